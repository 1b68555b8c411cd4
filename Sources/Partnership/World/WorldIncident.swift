public import Geography
public import Kernel

/// Something that happened in the demonstration's borough, known to the metre and the minute.
///
/// Real sources know less: a source of the demonstration is made from these by leaving out what it
/// would not know.
public struct WorldIncident: Sendable, Hashable {
  /// What it was, in the words data.police.uk uses, such as `Burglary`.
  public let category: String
  /// Where, in whole metres.
  public let point: GridPoint
  /// The nearest street, by its place in ``Thornmere/streets``.
  public let street: Int
  /// The London day it began on.
  public let day: Day
  /// Minutes after midnight in London at which it began, 0 to 1439.
  public let minute: Int
  /// Minutes later at which it was found out; 0 where somebody saw it.
  public let uncertainMinutes: Int
}

/// A policing operation of the demonstration, whose effect the incidents show.
public struct WorldOperation: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Its first month.
  public let first: Month
  /// Its last month.
  public let last: Month
  /// The middle of where it worked.
  public let centre: GridPoint
  /// How far it worked, in metres.
  public let radius: Double
  /// How far from its middle some of what it prevented happened instead, in metres.
  public let buffer: Double

  /// The share of street crime and disorder it prevents inside.
  static let effect = 0.45
  /// The share of what it prevents that happens nearby instead.
  static let displaced = 0.2

  /// Whether a point lies where it worked.
  public func covers(_ point: GridPoint) -> Bool { centre.distance(to: point) <= radius }

  /// Whether a point lies around where it worked.
  public func surrounds(_ point: GridPoint) -> Bool {
    let distance = centre.distance(to: point)
    return distance > radius && distance <= buffer
  }
}
