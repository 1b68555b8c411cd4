import CPROJ
import Glibc

/// The few functions of PROJ that are used, from the library loaded now.
///
/// Loaded and not linked: it brings some forty libraries, which the program's start need not wait
/// for.
@safe struct ProjLibrary: @unchecked Sendable {
  // Sendable: function pointers that never change.
  typealias Coordinates = UnsafeMutablePointer<Double>

  let newContext: @convention(c) () -> OpaquePointer?
  let endContext: @convention(c) (OpaquePointer?) -> OpaquePointer?
  let newOperation: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> OpaquePointer?
  let endOperation: @convention(c) (OpaquePointer?) -> OpaquePointer?
  let setLogger: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, PJ_LOG_FUNCTION?) -> Void
  let setFolders:
    @convention(c) (OpaquePointer?, Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> Void
  let transform:
    @convention(c) (
      OpaquePointer?, PJ_DIRECTION, Coordinates?, Int, Int, Coordinates?, Int, Int, Coordinates?,
      Int,
      Int, Coordinates?, Int, Int
    ) -> Int

  init() throws(ProjectionProblem) {
    let names = ["libproj.so.25", "libproj.so"]
    var library: UnsafeMutableRawPointer?
    for name in names where unsafe library == nil { unsafe library = dlopen(name, RTLD_NOW) }
    guard let library = unsafe library else { throw .unavailable }
    func find<Function>(_ name: String) throws(ProjectionProblem) -> Function {
      guard let symbol = unsafe dlsym(library, name) else { throw .unavailable }
      return unsafe unsafeBitCast(symbol, to: Function.self)
    }
    try unsafe newContext = find("proj_context_create")
    try unsafe endContext = find("proj_context_destroy")
    try unsafe newOperation = find("proj_create")
    try unsafe endOperation = find("proj_destroy")
    try unsafe setLogger = find("proj_log_func")
    try unsafe setFolders = find("proj_context_set_search_paths")
    try unsafe transform = find("proj_trans_generic")
  }
}

/// A context of PROJ with an operation, that of the grid unless another is named; of use to one
/// thread at a time.
@safe final class ProjTransformation: @unchecked Sendable {
  // Sendable: whoever takes it out of the pool has it alone.
  private static let grid = """
    +proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 \
    +step +proj=cart +ellps=WGS84 +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 \
    +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489 +convention=position_vector +step +inv +proj=cart \
    +ellps=airy +step +proj=pop +v_3 +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 \
    +x_0=400000 +y_0=-100000 +ellps=airy
    """
  private let library: ProjLibrary
  private let context: OpaquePointer
  private let operation: OpaquePointer

  init?(_ library: ProjLibrary, _ text: String = grid) {
    guard let context = unsafe library.newContext() else { return nil }
    // Nothing to standard error: that PROJ finds no database is told whatever the level.
    unsafe library.setLogger(context, nil) { _, _, _ in }
    // No folder of data: the operation needs none, and PROJ would open its database with SQLite
    // before the program has set that up.
    unsafe "/dev/null".withCString { path in
      var folder: UnsafePointer<CChar>? = unsafe path
      unsafe library.setFolders(context, 1, &folder)
    }
    guard let operation = unsafe library.newOperation(context, text) else {
      _ = unsafe library.endContext(context)
      return nil
    }
    self.library = library
    unsafe self.context = context
    unsafe self.operation = operation
  }

  deinit {
    _ = unsafe library.endOperation(operation)
    _ = unsafe library.endContext(context)
  }

  /// Transforms in place: longitude and latitude stand where easting and northing do.
  func transform(_ points: inout [GridPoint], toGrid: Bool) {
    guard !points.isEmpty else { return }
    let (count, size) = (points.count, MemoryLayout<GridPoint>.stride)
    unsafe points.withUnsafeMutableBytes { bytes in
      let first = unsafe bytes.assumingMemoryBound(to: Double.self).baseAddress
      _ = unsafe library.transform(
        operation, toGrid ? PJ_FWD : PJ_INV, first, size, count, first.map { unsafe $0 + 1 }, size,
        count, nil, 0, 0, nil, 0, 0)
    }
  }
}
