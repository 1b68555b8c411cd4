import CGDAL

/// The functions of GDAL for layers, shapes and coordinate reference systems.
@safe struct GDALShapes {
  typealias Pointer = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>

  let registerAll: [@convention(c) () -> Void]
  let errorText: @convention(c) () -> Text?
  let reference: @convention(c) (OGRLayerH?) -> OGRSpatialReferenceH?
  let columns: @convention(c) (OGRLayerH?) -> OGRFeatureDefnH?
  let columnCount: @convention(c) (OGRFeatureDefnH?) -> Int32
  let column: @convention(c) (OGRFeatureDefnH?, Int32) -> OGRFieldDefnH?
  let columnName: @convention(c) (OGRFieldDefnH?) -> Text?
  let shape: @convention(c) (OGRFeatureH?) -> OGRGeometryH?
  let type: @convention(c) (OGRGeometryH?) -> OGRwkbGeometryType
  let partCount: @convention(c) (OGRGeometryH?) -> Int32
  let part: @convention(c) (OGRGeometryH?, Int32) -> OGRGeometryH?
  let empty: @convention(c) (OGRwkbGeometryType) -> OGRGeometryH?
  let add: @convention(c) (OGRGeometryH?, OGRGeometryH?) -> OGRErr
  let flatten: @convention(c) (OGRGeometryH?) -> Void
  let straighten:
    @convention(c) (OGRGeometryH?, Double, UnsafeMutablePointer<Text?>?)
      -> OGRGeometryH?
  let close: @convention(c) (OGRGeometryH?) -> Void
  let isValid: @convention(c) (OGRGeometryH?) -> Int32
  let mend: @convention(c) (OGRGeometryH?) -> OGRGeometryH?
  let envelope: @convention(c) (OGRGeometryH?, UnsafeMutablePointer<OGREnvelope>?) -> Void
  let transform: @convention(c) (OGRGeometryH?, OGRCoordinateTransformationH?) -> OGRErr
  let size: @convention(c) (OGRGeometryH?) -> Int32
  let export:
    @convention(c) (OGRGeometryH?, OGRwkbByteOrder, UnsafeMutablePointer<UInt8>?)
      -> OGRErr
  let destroy: @convention(c) (OGRGeometryH?) -> Void
  let newReference: @convention(c) (Text?) -> OGRSpatialReferenceH?
  let setNumber: @convention(c) (OGRSpatialReferenceH?, Int32) -> OGRErr
  let setAxes: @convention(c) (OGRSpatialReferenceH?, OSRAxisMappingStrategy) -> Void
  let identify: @convention(c) (OGRSpatialReferenceH?) -> OGRErr
  let authority: @convention(c) (OGRSpatialReferenceH?, Text?) -> Text?
  let code: @convention(c) (OGRSpatialReferenceH?, Text?) -> Text?
  let referenceName: @convention(c) (OGRSpatialReferenceH?) -> Text?
  let definition:
    @convention(c) (OGRSpatialReferenceH?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?)
      -> OGRErr
  let addDatumShift: @convention(c) (OGRSpatialReferenceH?) -> OGRErr
  let isGeographic: @convention(c) (OGRSpatialReferenceH?) -> Int32
  let isProjected: @convention(c) (OGRSpatialReferenceH?) -> Int32
  let newOptions: @convention(c) () -> OGRCoordinateTransformationOptionsH?
  let setOperation: @convention(c) (OGRCoordinateTransformationOptionsH?, Text?, Int32) -> Int32
  let newTransformation:
    @convention(c) (
      OGRSpatialReferenceH?, OGRSpatialReferenceH?, OGRCoordinateTransformationOptionsH?
    ) -> OGRCoordinateTransformationH?

  /// Finds them all in the library.
  init(_ gdal: GDAL) throws(Unreadable) {
    registerAll = [
      try gdal.find("RegisterOGRGeoJSON"), try gdal.find("RegisterOGRTopoJSON"),
      try gdal.find("RegisterOGRShape"), try gdal.find("RegisterOGRGeoPackage"),
    ]
    try unsafe errorText = gdal.find("CPLGetLastErrorMsg")
    try unsafe reference = gdal.find("OGR_L_GetSpatialRef")
    try unsafe columns = gdal.find("OGR_L_GetLayerDefn")
    try unsafe columnCount = gdal.find("OGR_FD_GetFieldCount")
    try unsafe column = gdal.find("OGR_FD_GetFieldDefn")
    try unsafe columnName = gdal.find("OGR_Fld_GetNameRef")
    try unsafe shape = gdal.find("OGR_F_GetGeometryRef")
    try unsafe type = gdal.find("OGR_G_GetGeometryType")
    try unsafe partCount = gdal.find("OGR_G_GetGeometryCount")
    try unsafe part = gdal.find("OGR_G_GetGeometryRef")
    try unsafe empty = gdal.find("OGR_G_CreateGeometry")
    try unsafe add = gdal.find("OGR_G_AddGeometry")
    try unsafe flatten = gdal.find("OGR_G_FlattenTo2D")
    try unsafe straighten = gdal.find("OGR_G_GetLinearGeometry")
    try unsafe close = gdal.find("OGR_G_CloseRings")
    try unsafe isValid = gdal.find("OGR_G_IsValid")
    try unsafe mend = gdal.find("OGR_G_MakeValid")
    try unsafe envelope = gdal.find("OGR_G_GetEnvelope")
    try unsafe transform = gdal.find("OGR_G_Transform")
    try unsafe size = gdal.find("OGR_G_WkbSize")
    try unsafe export = gdal.find("OGR_G_ExportToWkb")
    try unsafe destroy = gdal.find("OGR_G_DestroyGeometry")
    try unsafe newReference = gdal.find("OSRNewSpatialReference")
    try unsafe setNumber = gdal.find("OSRImportFromEPSG")
    try unsafe setAxes = gdal.find("OSRSetAxisMappingStrategy")
    try unsafe identify = gdal.find("OSRAutoIdentifyEPSG")
    try unsafe authority = gdal.find("OSRGetAuthorityName")
    try unsafe code = gdal.find("OSRGetAuthorityCode")
    try unsafe referenceName = gdal.find("OSRGetName")
    try unsafe definition = gdal.find("OSRExportToProj4")
    try unsafe addDatumShift = gdal.find("OSRAddGuessedTOWGS84")
    try unsafe isGeographic = gdal.find("OSRIsGeographic")
    try unsafe isProjected = gdal.find("OSRIsProjected")
    try unsafe newOptions = gdal.find("OCTNewCoordinateTransformationOptions")
    try unsafe setOperation = gdal.find("OCTCoordinateTransformationOptionsSetOperation")
    try unsafe newTransformation = gdal.find("OCTNewCoordinateTransformationEx")
  }
}
