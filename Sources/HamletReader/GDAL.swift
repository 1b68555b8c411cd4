import CGDAL
import Glibc

/// The few functions of GDAL that are used, from the library loaded now.
///
/// Loaded and not linked: it brings 115 libraries and 40 ms, which archives need not wait for.
@safe struct GDAL {
  typealias Setting = @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Void
  typealias Register = @convention(c) () -> Void
  typealias Handler = @convention(c) (CPLErr, CPLErrorNum, UnsafePointer<CChar>?) -> Void
  typealias MemoryFile =
    @convention(c) (UnsafePointer<CChar>?, UnsafeMutablePointer<UInt8>?, UInt64, Int32)
    -> OpaquePointer?
  typealias Strings = UnsafePointer<UnsafePointer<CChar>?>
  typealias Open =
    @convention(c) (UnsafePointer<CChar>?, UInt32, Strings?, Strings?, Strings?)
    -> UnsafeMutableRawPointer?

  private let library: UnsafeMutableRawPointer
  let set: Setting
  let setHandler: @convention(c) (Handler?) -> UnsafeMutableRawPointer?
  let quiet: Handler
  let registerXLSX: Register
  let registerODS: Register
  let memoryFile: MemoryFile
  let close: @convention(c) (OpaquePointer?) -> Int32
  let open: Open
  let reset: Register
  let errorType: @convention(c) () -> CPLErr
  let layerCount: @convention(c) (UnsafeMutableRawPointer?) -> Int32
  let layer: @convention(c) (UnsafeMutableRawPointer?, Int32) -> OGRLayerH?
  let name: @convention(c) (OGRLayerH?) -> UnsafePointer<CChar>?
  let next: @convention(c) (OGRLayerH?) -> OGRFeatureH?
  let destroy: @convention(c) (OGRFeatureH?) -> Void
  let id: @convention(c) (OGRFeatureH?) -> Int64
  let fieldCount: @convention(c) (OGRFeatureH?) -> Int32
  let isSet: @convention(c) (OGRFeatureH?, Int32) -> Int32
  let text: @convention(c) (OGRFeatureH?, Int32) -> UnsafePointer<CChar>?
  let definition: @convention(c) (OGRFeatureH?, Int32) -> OGRFieldDefnH?
  let type: @convention(c) (OGRFieldDefnH?) -> OGRFieldType
  let subtype: @convention(c) (OGRFieldDefnH?) -> OGRFieldSubType

  /// Loads the library; its files are not looked for again.
  init() throws(Unreadable) {
    let names = ["libgdal.so.32", "libgdal.so"]
    var library: UnsafeMutableRawPointer?
    for name in names where unsafe library == nil { unsafe library = dlopen(name, RTLD_NOW) }
    guard let library = unsafe library else { throw Unreadable(reason: .unequipped) }
    unsafe self.library = library
    func find<Function>(_ name: String) throws(Unreadable) -> Function {
      try unsafe Self.find(name, in: library)
    }
    try unsafe set = find("CPLSetConfigOption")
    try unsafe setHandler = find("CPLSetErrorHandler")
    try unsafe quiet = find("CPLQuietErrorHandler")
    try registerXLSX = find("RegisterOGRXLSX")
    try registerODS = find("RegisterOGRODS")
    try unsafe memoryFile = find("VSIFileFromMemBuffer")
    try unsafe close = find("VSIFCloseL")
    try unsafe open = find("GDALOpenEx")
    try reset = find("CPLErrorReset")
    try errorType = find("CPLGetLastErrorType")
    try unsafe layerCount = find("GDALDatasetGetLayerCount")
    try unsafe layer = find("GDALDatasetGetLayer")
    try unsafe name = find("OGR_L_GetName")
    try unsafe next = find("OGR_L_GetNextFeature")
    try unsafe destroy = find("OGR_F_Destroy")
    try unsafe id = find("OGR_F_GetFID")
    try unsafe fieldCount = find("OGR_F_GetFieldCount")
    try unsafe isSet = find("OGR_F_IsFieldSetAndNotNull")
    try unsafe text = find("OGR_F_GetFieldAsString")
    try unsafe definition = find("OGR_F_GetFieldDefnRef")
    try unsafe type = find("OGR_Fld_GetType")
    try unsafe subtype = find("OGR_Fld_GetSubType")
  }
  /// A function by its name, of the type the headers give it.
  func find<Function>(_ name: String) throws(Unreadable) -> Function {
    try unsafe Self.find(name, in: library)
  }

  private static func find<Function>(
    _ name: String, in library: UnsafeMutableRawPointer
  ) throws(Unreadable) -> Function {
    guard let symbol = unsafe dlsym(library, name) else { throw Unreadable(reason: .unequipped) }
    return unsafe unsafeBitCast(symbol, to: Function.self)
  }
}
