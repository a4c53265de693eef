/** The browser's own `Set`, in the place of a library's for old browsers. */
export default Set;
