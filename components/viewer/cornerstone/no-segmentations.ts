/**
 * Stands in the bundle for what the tools listen to and draw for segmentations (`leftOut` in next.config.ts): the viewer
 * has none, and the library starts it all with itself.
 */
const nothing = (): void => undefined;

export default nothing;
export {
  nothing as registerBuiltInSegmentationRepresentationDisplays,
  nothing as segmentationDataModifiedEventListener,
  nothing as segmentationModifiedListener,
};

export const imageChangeEventListener = { enable: nothing, disable: nothing };
