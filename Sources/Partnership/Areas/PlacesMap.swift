public import Geography
public import Markup

/// A map of areas with places marked on it, each by a dot and its label, and outlines drawn over it.
///
/// The areas that hold a place or the middle of an outline fill the drawing with the outlines, with what
/// of their neighbours lies beside them. It is
/// SVG without script; north is up, and areas are drawn with fewer corners than they have.
public struct PlacesMap: HTML {
  /// A place that is marked.
  public struct Mark: Sendable, Hashable {
    /// What stands at its dot, such as "1"; those of one point stand side by side.
    public let label: String
    /// Where it is.
    public let point: GridPoint

    /// A place that is marked.
    public init(_ label: String, _ point: GridPoint) {
      self.label = label
      self.point = point
    }
  }

  /// An outline that is drawn over the areas.
  public struct Outline: Sendable, Hashable {
    /// What stands in its middle, such as "1"; may be empty.
    public let label: String
    /// Its shape in metres of the British National Grid.
    public let shape: MultiPolygon

    /// An outline that is drawn.
    public init(_ label: String, _ shape: MultiPolygon) {
      self.label = label
      self.shape = shape
    }
  }

  private static let width = 480.0
  private let shapes: [ShapedArea]
  private let marks: [Mark]
  private let outlines: [Outline]
  private let title: String
  private let spoken: String

  /// A map; nothing is drawn where there is no outline and no area holds a mark.
  ///
  /// - Parameters:
  ///   - shapes: the areas, such as all wards.
  ///   - marks: the places; those that lie in no area are drawn where the drawing reaches them.
  ///   - outlines: what is drawn over the areas.
  ///   - title: what is marked.
  ///   - spoken: what somebody hears who cannot see the map, a sentence or two.
  public init(
    _ shapes: [ShapedArea], marks: [Mark], outlines: [Outline] = [], title: String, spoken: String
  ) {
    self.shapes = shapes
    self.marks = marks
    self.outlines = outlines
    self.title = title
    self.spoken = spoken
  }

  /// Whether there is a map: there is an outline, or an area holds a mark.
  public var isDrawn: Bool { frame != nil }

  /// The figure.
  public var body: some HTML {
    if let frame {
      figure(.class("chart mapbox")) {
        figcaption { b { title } }
        svg(
          .class("map"), .viewBox(0, 0, frame.width, frame.height), .role("img"),
          .aria("label", spoken), .width(.px(frame.width)),
          .height(.px(frame.height.rounded(.up)))
        ) {
          for shape in simplified(shapes.map(\.shape), frame) {
            path(.class("area s0"), .d(frame.path(shape)))
          }
          for shape in simplified(outlined, frame) {
            path(.class("edge"), .d(frame.path(shape)))
          }
          for shaped in shapes { AreaLabel(shaped: shaped, frame: frame, isDark: false) }
          for shape in outlined {
            OutlineLabel(shape: shape, labels: labels(of: shape), frame: frame)
          }
          for point in points { Dot(point: point, labels: labels(at: point), frame: frame) }
        }
      }
    }
  }

  /// The points that are marked, each once, in the order of their first marks.
  private var points: [GridPoint] {
    var points: [GridPoint] = []
    for mark in marks where !points.contains(mark.point) { points.append(mark.point) }
    return points
  }

  private func labels(at point: GridPoint) -> String {
    marks.filter { $0.point == point }.map(\.label).joined(separator: ", ")
  }

  /// The shapes that are outlined, each once, in the order of their first outlines.
  private var outlined: [MultiPolygon] {
    var shapes: [MultiPolygon] = []
    for outline in outlines where !shapes.contains(outline.shape) { shapes.append(outline.shape) }
    return shapes
  }

  private func labels(of shape: MultiPolygon) -> String {
    outlines.filter { $0.shape == shape && !$0.label.isEmpty }.map(\.label).joined(separator: ", ")
  }

  private func simplified(_ shapes: [MultiPolygon], _ frame: MapFrame) -> [MultiPolygon] {
    Simplification(tolerance: 0.5 / frame.scale).simplified(shapes)
  }

  /// The land of the outlines, and of the areas that hold a mark or the middle of one.
  private var frame: MapFrame? {
    let finder = AreaFinder(shapes)
    let middles = outlined.compactMap(\.pointOnSurface)
    let held = Set((points + middles).compactMap { finder.area(of: $0)?.code })
    let boxes =
      shapes.filter { held.contains($0.area.code) }.compactMap(\.shape.boundingBox)
      + outlined.compactMap(\.boundingBox)
    return boxes.first.map { first in
      MapFrame(boxes.reduce(first) { $0.union($1) }, width: Self.width, margin: 12)
    }
  }
}

/// The label of an outline, below the name of the area whose middle it may share.
private struct OutlineLabel: HTML {
  let shape: MultiPolygon
  let labels: String
  let frame: MapFrame

  var body: some HTML {
    if !labels.isEmpty, let point = shape.pointOnSurface {
      let place = frame.place(point)
      text_(.class("place mid"), .x(.px(place.x)), .y(.px(place.y + 18))) { labels }
    }
  }
}

/// The dot of a point, and the labels of what is there.
private struct Dot: HTML {
  static let radius = 6.0
  let point: GridPoint
  let labels: String
  let frame: MapFrame

  var body: some HTML {
    let place = frame.place(point)
    // The words stand on the side that has room for them.
    let isLeft = place.x > frame.width / 2
    let start = place.x + (isLeft ? -1 : 1) * (Self.radius + 4)
    circle(.class("s4"), .cx(.px(place.x)), .cy(.px(place.y)), .r(.px(Self.radius)))
    text_(.class(isLeft ? "place end" : "place"), .x(.px(start)), .y(.px(place.y + 4))) { labels }
  }
}
