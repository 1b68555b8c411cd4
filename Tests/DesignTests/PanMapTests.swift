import Markup
import Testing

@testable import Design

@Suite("A map to pan")
struct PanMapTests {
  private let script = Asset(
    name: "panmap", extension: "js", contentType: "text/javascript", bytes: [1])

  @Test("is hidden until script shows it, and names pictures only where they were set")
  func markup() throws {
    let assets = try #require(MapAssets.installed(script: script), "install libjs-leaflet")
    let plain = String(
      decoding: PanMap(assets, land: "/a.geojson", title: "Map").rendered(), as: UTF8.self)
    #expect(plain.contains("<div hidden data-land=\"/a.geojson\">"), "\(plain)")
    #expect(plain.contains(assets.library.path) && plain.contains("/assets/leaflet."))
    #expect(!plain.contains("data-tiles"))
    let tiles = PanMap(
      assets, land: "/a", title: "Map", tiles: ("https://t.example/{z}/{x}/{y}", "Owed to A"))
    let text = String(decoding: tiles.rendered(), as: UTF8.self)
    #expect(text.contains("data-tiles=\"https://t.example/{z}/{x}/{y}\" data-credit=\"Owed to A\""))
  }

  @Test("is not offered where its library is not installed")
  func missing() { #expect(MapAssets.installed(in: "/nowhere", script: script) == nil) }
}
