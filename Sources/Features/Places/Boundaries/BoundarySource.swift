internal import Commands
internal import Documents
internal import FoundationEssentials
internal import Kernel
internal import Partnership
internal import Secrets

/// How boundary files are read: by the confined reader, or by whatever a test puts in its place.
struct BoundarySource: Sendable {
  /// The areas of a file, given the coordinate reference system where the user named one.
  let features: @Sendable (_ path: String, _ reference: String?) throws -> [BoundaryFeature]
  /// The coordinate reference system the file states.
  let reference: @Sendable (_ path: String) throws -> String

  /// The confined reader of the settings.
  static func live(_ settings: Settings) -> BoundarySource {
    let reader = ReaderProcess(executable: settings.reader)
    return BoundarySource(
      features: { path, reference in
        var features: [BoundaryFeature] = []
        let options = ReaderProcess.BoundaryOptions(reference: reference)
        try reader.boundaries(of: path, options) { features.append($0) }
        return features
      },
      reference: { path in
        let stated = try reader.boundaryLayers(of: path).first?.reference ?? ""
        // GeoJSON and TopoJSON are in degrees of WGS 84 where they say nothing.
        return stated.isEmpty ? "EPSG:4326" : stated
      })
  }
}

/// What a boundary file is known by: its bytes, and those of the files a shapefile needs beside it.
enum BoundaryContent {
  private static let shapeEndings: Set = ["shp", "shx", "dbf", "prj", "cpg"]

  /// - Throws: ``NoSuchFile``, or what reading the files throws.
  static func hash(_ path: String) throws -> [UInt8] {
    var hash = SHA256()
    for file in try files(path) { try FileBytes.read(file) { hash.update($0) } }
    return hash.finish()
  }

  private static func files(_ path: String) throws -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw NoSuchFile(path: path)
    }
    let url = URL(filePath: path)
    let folder = isFolder ? url : url.deletingLastPathComponent()
    guard isFolder || url.pathExtension.lowercased() == "shp" else { return [path] }
    let stem = url.deletingPathExtension().lastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { name in
        let file = URL(filePath: name)
        return shapeEndings.contains(file.pathExtension.lowercased())
          && (isFolder || file.deletingPathExtension().lastPathComponent == stem)
      }
      .map { folder.appending(path: $0).path }
  }
}

/// A path that leads nowhere.
struct NoSuchFile: Problem {
  let path: String
  var message: String { "There is no file or folder “\(path)”." }
  var status: Int { 422 }
}
