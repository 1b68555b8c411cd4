import CGDAL
import Glibc

/// Reads the sheets of an XLSX or ODS workbook through GDAL, every row as cells.
struct TableReader {
  private static let maximumFile: Int64 = 64 << 20
  private static let maximumRow = 8 << 20
  private let frames: Frames
  private let gdal: GDAL

  /// Loads what is needed; to be made before the walls are up.
  init(_ frames: Frames) throws(Unreadable) {
    self.frames = frames
    gdal = try GDAL()
  }

  func read(_ path: String) throws(Unreadable) {
    var bytes = try contents(path)
    guard let kind = Self.kind(of: bytes) else {
      let isOld = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      throw Unreadable(reason: isOld ? .locked : .notKnown)
    }
    try ArchiveReader(frames).measure(path)
    configure()
    // The bytes under a name of ours: GDAL goes by the name's ending and opens nothing else.
    let name = "/vsimem/table.\(kind)"
    let isRead = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      let file = unsafe gdal.memoryFile(name, buffer.baseAddress, UInt64(buffer.count), 0)
      guard let file = unsafe file else { return false }
      _ = unsafe gdal.close(file)
      return readDataset(name)
    }
    guard isRead else { throw Unreadable(reason: .damaged) }
  }

  private func contents(_ path: String) throws(Unreadable) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { throw Unreadable(reason: .absent) }
    defer { unsafe fclose(file) }
    let size = fileSize(path)
    guard size <= Self.maximumFile else { throw Unreadable(reason: .tooLarge) }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    guard count == bytes.count, count > 0 else { throw Unreadable(reason: .damaged) }
    return bytes
  }

  /// The ending for bytes that are a zip: an ODS says so in its first entry.
  static func kind(of bytes: [UInt8]) -> String? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let ods = Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
    return bytes.dropFirst(30).starts(with: ods) ? "ods" : "xlsx"
  }

  private func configure() {
    let settings = [
      ("GDAL_DRIVER_PATH", "disable"), ("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"),
      ("GDAL_PAM_ENABLED", "NO"), ("OGR_XLSX_HEADERS", "DISABLE"),
      ("OGR_XLSX_FIELD_TYPES", "AUTO"), ("OGR_ODS_HEADERS", "DISABLE"),
      ("OGR_ODS_FIELD_TYPES", "AUTO"),
    ]
    _ = unsafe gdal.setHandler(gdal.quiet)
    for (key, value) in settings { unsafe gdal.set(key, value) }
    // No other driver is there: none that knows a network, none that writes.
    gdal.registerXLSX()
    gdal.registerODS()
  }

  private func readDataset(_ name: String) -> Bool {
    let dataset = unsafe gdal.open(name, hamlet_vector_read_only(), nil, nil, nil)
    guard let dataset = unsafe dataset else { return false }
    gdal.reset()
    for index in 0..<(unsafe gdal.layerCount(dataset)) {
      guard let layer = unsafe gdal.layer(dataset, index), unsafe readLayer(layer) else {
        return false
      }
    }
    let error = gdal.errorType()
    return error != CE_Failure && error != CE_Fatal
  }

  private func readLayer(_ layer: OGRLayerH) -> Bool {
    frames.sheet(unsafe gdal.name(layer).map { unsafe String(cString: $0) } ?? "")
    while let feature = unsafe gdal.next(layer) {
      defer { unsafe gdal.destroy(feature) }
      var payload = littleEndian(UInt32(truncatingIfNeeded: unsafe gdal.id(feature)))
      for field in 0..<(unsafe gdal.fieldCount(feature))
      where unsafe gdal.isSet(feature, field) != 0 {
        let (kind, text) = unsafe value(feature, field)
        payload += littleEndian(UInt32(field + 1))
        payload.append(UInt8(ascii: kind))
        payload += littleEndian(UInt32(text.utf8.count))
        payload += Array(text.utf8)
      }
      guard payload.count <= Self.maximumRow else { return false }
      if payload.count > 4 { frames.row(payload) }
    }
    return true
  }

  private func value(_ feature: OGRFeatureH, _ field: Int32) -> (Unicode.Scalar, String) {
    let definition = unsafe gdal.definition(feature, field)
    let text = unsafe gdal.text(feature, field).map { unsafe String(cString: $0) } ?? ""
    switch unsafe gdal.type(definition) {
    case OFTInteger, OFTInteger64:
      return (unsafe gdal.subtype(definition) == OFSTBoolean ? "b" : "n", text)
    case OFTReal: return ("n", text)
    case OFTDate, OFTDateTime, OFTTime: return CellText.date(text).map { ("d", $0) } ?? ("t", text)
    default: return CellText.read(text)
    }
  }
}
