/** Nothing is other than it comes. */
export default {};
