internal import Geography
internal import Markup

/// The name of an area on a map, at a point within it.
struct AreaLabel: HTML {
  let shaped: ShapedArea
  let frame: MapFrame
  let isDark: Bool

  var body: some HTML {
    if let point = shaped.shape.pointOnSurface {
      text_(
        .class(isDark ? "place sm mid on-dark" : "place sm mid"),
        .x(.px(frame.place(point).x)), .y(.px(frame.place(point).y))
      ) { shaped.area.name }
    }
  }
}
