// Where this Onward is, and what it calls what it keeps: another one in a folder beside it keeps its own.
export const base = new URL("./", import.meta.url);
export const own = base.pathname === "/" ? "onward" : `onward${encodeURIComponent(base.pathname)}`;
