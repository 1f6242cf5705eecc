/** A child that was made up. */
export interface MadeChild {
  id: string;
  firstNames: string;
  familyName: string;
  sex: 'F' | 'M' | 'U';
  born?: string;
  expected?: string;
  ethnicity: string;
}

/** Somebody of the family who was made up. */
export interface MadeAdult {
  id: string;
  firstNames: string;
  familyName: string;
  sex: 'F' | 'M';
  born: string;
  is: 'mother' | 'father' | 'grandmother';
  /** of these children; of the others, a father who lives with them is a stepfather */
  of: string[];
  home: boolean;
}

/** A family that was made up. */
export interface MadeFamily {
  id: string;
  familyName: string;
  address: { line1: string; town: string; postcode: string };
  phone: string;
  children: MadeChild[];
  adults: MadeAdult[];
}
