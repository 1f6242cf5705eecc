/** So wide a drawing has a sheet of its own, turned: on one that stands its names can't be read. In 1/96 inch. */
const mostUpright = 760;

/** Whether a drawing has a turned sheet of its own. */
export const isTurned = (width: number): boolean => width > mostUpright;
