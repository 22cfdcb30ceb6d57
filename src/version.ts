/** Version of the package, as in its `package.json`: for a report to us, or for a host that shows what it runs. */
export const version = '0.1.0';
