import FoundationEssentials

/// The files of maps that can be panned: Leaflet, as Debian's libjs-leaflet installs it, and ours.
public struct MapAssets: Sendable {
  /// Leaflet.
  public let library: Asset
  /// Its style.
  public let style: Asset
  /// What shows our maps with it.
  public let script: Asset

  /// Where the package puts its files.
  static let folder = "/usr/share/javascript/leaflet"

  /// The files of this machine; `nil` where the package is not installed: then no map can be panned.
  static func installed(in folder: String = folder, script: Asset) -> MapAssets? {
    func file(_ name: String) -> [UInt8]? {
      (try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))).map { [UInt8]($0) }
    }
    guard let library = file("leaflet.min.js"), let style = file("leaflet.css") else { return nil }
    return MapAssets(
      library: Asset(
        name: "leaflet", extension: "js", contentType: "text/javascript; charset=utf-8",
        bytes: library),
      style: Asset(
        name: "leaflet", extension: "css", contentType: "text/css; charset=utf-8", bytes: style),
      script: script)
  }

  /// All of them, for the server.
  public var all: [Asset] { [library, style, script] }
}
