import "@kitware/vtk.js/Rendering/Profiles/Volume.js";

// The package exports no path to it, and this is the one door to all that draws with WebGL.
export { default as windows } from "../../../node_modules/@cornerstonejs/core/dist/esm/RenderingEngine/vtkClasses/vtkOffscreenMultiRenderWindow.js";
