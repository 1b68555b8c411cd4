public import Markup

internal import Geography

/// A map of areas shaded by a value of each, in five steps; those without one are hatched.
///
/// It is drawn below the table that has every figure, as SVG without script. North is up; areas are
/// drawn with fewer corners than they have.
public struct ShadedMap: HTML {
  /// What a map says in words.
  public struct Words: Sendable {
    /// What is shaded, such as "Burglary per 1,000 people".
    public let title: String
    /// What follows the title in small print, a sentence.
    public let note: String
    /// What somebody hears who cannot see the map, a sentence or two.
    public let spoken: String
    /// What it means that an area is hatched.
    public let none: String
    /// How a limit of the legend is written.
    public let limit: @Sendable (Double) -> String

    /// The words of a map.
    public init(
      title: String, note: String, spoken: String, none: String,
      limit: @escaping @Sendable (Double) -> String
    ) {
      self.title = title
      self.note = note
      self.spoken = spoken
      self.none = none
      self.limit = limit
    }
  }

  private static let width = 640.0
  private let shapes: [ShapedArea]
  private let values: [String: Double]
  private let steps: ShadedSteps
  private let words: Words

  /// A map of some areas with their values by code; nothing is drawn where no area has a shape.
  public init(_ shapes: [ShapedArea], values: [String: Double], _ words: Words) {
    self.shapes = shapes
    self.values = values
    self.words = words
    steps = ShadedSteps(shapes.compactMap { values[$0.area.code] })
  }

  /// The figure.
  public var body: some HTML {
    if let frame {
      figure(.class("chart mapbox")) {
        figcaption {
          b { words.title }
          " "
          span(.class("quiet")) { words.note }
        }
        svg(
          .class("map"), .viewBox(0, 0, frame.width, frame.height), .role("img"),
          .aria("label", words.spoken), .width(.px(frame.width)),
          .height(.px(frame.height.rounded(.up)))
        ) {
          for (shaped, shape) in zip(shapes, simplified(frame)) {
            path(.class("area \(fill(shaped))"), .d(frame.path(shape)))
          }
          for shaped in shapes { AreaLabel(shaped: shaped, frame: frame, isDark: isDark(shaped)) }
        }
        ul(.class("legend"), .role("list")) {
          for step in 0...steps.starts.count {
            LegendSquare(kind: "s\(step)", words: steps.words(of: step, words.limit))
          }
          if shapes.contains(where: { values[$0.area.code] == nil }) {
            LegendSquare(kind: "supp", words: words.none)
          }
        }
      }
    }
  }

  private var frame: MapFrame? {
    let boxes = shapes.compactMap(\.shape.boundingBox)
    return boxes.first.map { first in
      MapFrame(boxes.reduce(first) { $0.union($1) }, width: Self.width, margin: 4)
    }
  }

  private func simplified(_ frame: MapFrame) -> [MultiPolygon] {
    Simplification(tolerance: 0.5 / frame.scale).simplified(shapes.map(\.shape))
  }

  private func step(_ shaped: ShapedArea) -> Int? { values[shaped.area.code].map(steps.step) }

  private func fill(_ shaped: ShapedArea) -> String { step(shaped).map { "s\($0)" } ?? "supp" }

  private func isDark(_ shaped: ShapedArea) -> Bool { step(shaped).map { $0 >= 3 } ?? false }
}

/// A shade of a map with what it means.
public struct LegendSquare: HTML {
  private let kind: String
  private let words: String

  /// A square of a class of the stylesheet, such as `s0` or `supp`.
  public init(kind: String, words: String) {
    self.kind = kind
    self.words = words
  }

  /// The item of a legend's list.
  public var body: some HTML {
    li {
      svg(.viewBox(0, 0, 24, 14), .width(.px(24)), .height(.px(14)), .aria("hidden", "true")) {
        rect(.class("key \(kind)"), .width(.px(24)), .height(.px(14)))
      }
      words
    }
  }
}
