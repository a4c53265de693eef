/** The browser's own `Array.from`, in the place of a library's for old browsers. */
export default Array.from.bind(Array);
