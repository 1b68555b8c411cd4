public import Markup

/// A map that can be panned and zoomed, beside the drawing and the table that say the same.
///
/// It is shown by script alone and hidden without it. The land comes as GeoJSON from our own server;
/// pictures of streets below it only from a server that was set.
public struct PanMap: HTML {
  private let assets: MapAssets
  private let land: String
  private let title: String
  private let tiles: (template: String, credit: String)?

  /// A map of the land at a path.
  ///
  /// - Parameters:
  ///   - assets: the library it needs.
  ///   - land: the path of GeoJSON whose squares have a `shade` of 0 to 4, and may have a `hotspot`.
  ///   - title: what it shows, for those who do not see it.
  ///   - tiles: the addresses of pictures below it with `{z}`, `{x}` and `{y}`, and whom they are
  ///     owed to; `nil` for none.
  public init(
    _ assets: MapAssets, land: String, title: String,
    tiles: (template: String, credit: String)? = nil
  ) {
    self.assets = assets
    self.land = land
    self.title = title
    self.tiles = tiles
  }

  /// The map, its style and its scripts.
  public var body: some HTML {
    div(
      .hidden, .data("land", land), .data("tiles", tiles?.template ?? "").when(tiles != nil),
      .data("credit", tiles?.credit ?? "").when(tiles != nil)
    ) {
      p(.class("as-h3")) { "Pan and zoom" }
      div(.class("panmap"), .role("region"), .aria("label", title)) {}
      p(.class("quiet small")) { "Arrow keys move the map; plus and minus zoom." }
    }
    link(.rel("stylesheet"), .href(assets.style.path))
    script(.src(assets.library.path), .defer) {}
    script(.src(assets.script.path), .defer) {}
  }
}
