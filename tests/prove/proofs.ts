/** A proof that can be asked for by name. */
export interface Proof {
  /** one line: what is proven, and what may be said after the name */
  says: string;
  /** file in commands/ whose `prove` tries it */
  file: string;
  /** sizes at which all proofs together take minutes */
  quick: string[];
}

/** Everything `npm run prove` can prove. A new proof is a line here and a file in commands/. */
export const proofs: Record<string, Proof> = {
  equivalence: { says: 'tables step as the engine steps [walks] [seed]', file: 'equivalence', quick: ['20'] },
  A1: {
    says: 'kill -9 in turn under load [rounds] [clients] [servers] [acknowledged] [sqlite, or mongodb]',
    file: 'a1',
    quick: ['2', '16', '3', '400'],
  },
  A2: {
    says: 'power cut: only what was synced survives [cuts] [commands between]',
    file: 'a2',
    quick: ['4', '400'],
  },
  A3: {
    says: 'input/output error at each step of a pathway [every] [writes]',
    file: 'a3',
    quick: ['9', '12'],
  },
  A4: { says: 'a full disk [steps] [mounted, or pretended]', file: 'a4', quick: ['5', 'pretended'] },
  A5: { says: 'two complete one task at once [races]', file: 'a5', quick: ['20'] },
  A6: { says: 'one command sent many times at once [times]', file: 'a6', quick: ['60'] },
  A7: {
    says: 'wake-ups on workers with other clocks, killed [wake-ups] [seconds] [kills]',
    file: 'a7',
    quick: ['90', '6', '2'],
  },
  A8: {
    says: 'clocks of days, months and years on a clock that jumps [every so many]',
    file: 'a8',
    quick: ['20'],
  },
  A9: {
    says: 'flipped bits and histories tampered with [flips] [of each way]',
    file: 'a9',
    quick: ['20', '1'],
  },
  A10: {
    says: 'backup under load, restore [backups] [people] [commands between]',
    file: 'a10',
    quick: ['1', '4', '25'],
  },
  A11: { says: 'hostile drawings and forms', file: 'a11', quick: [] },
  A12: {
    says: 'generated requests to every operation, and sessions [requests] [seed]',
    file: 'a12',
    quick: ['400'],
  },
  A13: { says: 'models of store and engine [runs] [seed]', file: 'a13', quick: ['100'] },
  A14: { says: 'frozen cases of every released version', file: 'a14', quick: [] },
  A15: {
    says: 'people at work with time to think [minutes] [people] [seconds to think]',
    file: 'a15',
    quick: ['0.3', '20', '2'],
  },
  A16: { says: 'a fresh machine: clone, install, start without a network', file: 'a16', quick: [] },
};
