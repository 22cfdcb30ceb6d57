/** From a folder a browser loads no modules: everything stands on the globals of the classic scripts. */
start({ ...overblik, ...overblikTesting });
