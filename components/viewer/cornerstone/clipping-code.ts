// The package exports no path to it.
export { splitSelfIntersections } from "../../../node_modules/@cornerstonejs/tools/dist/esm/utilities/contourSegmentation/clipperBooleanOps.js";
