public import Geography

/// One area of a boundary file, on the British National Grid.
public struct BoundaryFeature: Sendable, Equatable {
  /// The layer it stands in: a shapefile's or an object's name.
  public let layer: String
  /// Its number in the layer, from 1.
  public let number: Int
  /// What the file says of it, in the file's order of columns; empty values are left out.
  public let attributes: [Attribute]
  /// Its shape in metres; empty where the file gives it no area.
  public let shape: MultiPolygon
  /// What was wrong with its rings and was mended, in the words of GEOS; `nil` when nothing was.
  public let mended: String?

  /// An area of a boundary file.
  public init(
    layer: String, number: Int, attributes: [Attribute], shape: MultiPolygon, mended: String?
  ) {
    self.layer = layer
    self.number = number
    self.attributes = attributes
    self.shape = shape
    self.mended = mended
  }

  /// A value of a feature.
  public struct Attribute: Sendable, Equatable {
    /// The column's name, such as `LSOA21CD`.
    public let name: String
    /// Its value as text.
    public let text: String

    /// A named value.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The value of a column, whatever the case of its name; `nil` where it has none.
  public subscript(name: String) -> String? {
    attributes.first { $0.name.lowercased() == name.lowercased() }?.text
  }
}

/// One layer of a boundary file.
public struct BoundaryLayer: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// The coordinate reference system the file states or was told, such as `EPSG:4326`, or the
  /// system's name where it has no number.
  public let reference: String
  /// The names of its columns.
  public let columns: [String]
}
