/**
 * Stands in the bundle for what the library imports and the viewer never uses (`leftOut` in next.config.ts): viewports of
 * volumes, video, slides and ECG, render passes, colour maps. Their classes are asked for in `instanceof` and in lists of exports.
 */
class LeftOut {
  constructor() {
    throw new Error("The viewer has no part of this kind");
  }
}

export default LeftOut;
export {
  LeftOut as createDefaultECGRenderPaths,
  LeftOut as createDefaultPlanarRenderPaths,
  LeftOut as createDefaultVideoRenderPaths,
  LeftOut as createDefaultVolume3DRenderPaths,
  LeftOut as createDefaultWSIRenderPaths,
  LeftOut as createECGRenderPathResolver,
  LeftOut as createPlanarRenderPathResolver,
  LeftOut as createSharpeningRenderPass,
  LeftOut as createSmoothingRenderPass,
  LeftOut as createVideoRenderPathResolver,
  LeftOut as createVolume3DRenderPathResolver,
  LeftOut as createWSIRenderPathResolver,
  LeftOut as DefaultECGDataProvider,
  LeftOut as DefaultPlanarDataProvider,
  LeftOut as DefaultRenderPathResolver,
  LeftOut as DefaultVideoDataProvider,
  LeftOut as DefaultVolume3DDataProvider,
  LeftOut as DefaultWSIDataProvider,
  LeftOut as defaultRenderPathResolver,
  LeftOut as ecgProjection,
  LeftOut as GenericViewport,
  LeftOut as planarProjection,
  LeftOut as ViewportProjectionService,
  LeftOut as videoProjection,
  LeftOut as viewportHasCanvasWorldTransform,
  LeftOut as viewportHasFrameOfReferenceUID,
  LeftOut as viewportHasPan,
  LeftOut as viewportHasZoom,
  LeftOut as viewportProjection,
  LeftOut as volume3DProjection,
  LeftOut as wsiProjection,
};
