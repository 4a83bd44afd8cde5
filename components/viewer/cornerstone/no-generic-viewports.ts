/**
 * Stands in the bundle for the library's next generation of viewports (see next.config.ts), which it lists in an object of
 * all of them and which only `useGenericViewport` would open. Nobody calls what is null here.
 */
const absent = null;

export default absent;
export {
  absent as createDefaultECGRenderPaths,
  absent as createDefaultPlanarRenderPaths,
  absent as createDefaultVideoRenderPaths,
  absent as createDefaultVolume3DRenderPaths,
  absent as createDefaultWSIRenderPaths,
  absent as createECGRenderPathResolver,
  absent as createPlanarRenderPathResolver,
  absent as createVideoRenderPathResolver,
  absent as createVolume3DRenderPathResolver,
  absent as createWSIRenderPathResolver,
  absent as DefaultECGDataProvider,
  absent as DefaultPlanarDataProvider,
  absent as DefaultVideoDataProvider,
  absent as DefaultVolume3DDataProvider,
  absent as DefaultWSIDataProvider,
  absent as ecgProjection,
  absent as planarProjection,
  absent as videoProjection,
  absent as volume3DProjection,
  absent as wsiProjection,
};
