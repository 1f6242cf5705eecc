export const drawing = {
  label: 'Drawing of the pathway. The same is said in words on this page.',
  planes: 'Which part of the drawing',
  whole: 'Everything drawn',
  tools: 'Look closer',
  bigger: 'Bigger',
  smaller: 'Smaller',
  fit: 'Fit',
  left: 'Left',
  right: 'Right',
  up: 'Up',
  down: 'Down',
  problem: 'The drawing could not be shown. The words above say the same.',
} as const;
