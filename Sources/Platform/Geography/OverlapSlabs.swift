/// A side of a ring as a slope over the eastings it spans, with the sign of the land under it.
///
/// A shape is the sum of the strips under its sides, those on top counted +1 and those below -1. So
/// the land two shapes have in common is the sum, over all pairs of their sides, of the strip under
/// both: no crossing has to be found, nothing can go wrong where edges touch. After Franklin, W. R.
/// (1990), "Calculating map overlay polygons' areas without explicitly calculating the polygons".
struct SlopedSide: BitwiseCopyable {
  let west: Double
  let east: Double
  /// The northing at the western end, and how it rises.
  let start: Double
  let slope: Double
  let sign: Double

  /// The sides of a shape, upright ones left out; whichever way its rings run.
  static func all(of shape: MultiPolygon) -> [SlopedSide] {
    shape.polygons.flatMap { polygon in
      polygon.rings.enumerated().flatMap { index, ring in
        // An outside is taken anticlockwise, a hole clockwise.
        let isTurned = (ring.signedArea < 0) == (index == 0)
        return ring.sides.compactMap { from, to in
          from.easting == to.easting
            ? nil : SlopedSide(from, to, sign: (from.easting > to.easting) == isTurned ? -1 : 1)
        }
      }
    }
  }

  private init(_ from: GridPoint, _ to: GridPoint, sign: Double) {
    let (left, right) = from.easting < to.easting ? (from, to) : (to, from)
    (west, east, start) = (left.easting, right.easting, left.northing)
    slope = (right.northing - left.northing) / (right.easting - left.easting)
    self.sign = sign
  }

  @inline(__always)
  func northing(at easting: Double) -> Double { start + slope * (easting - west) }

  /// The area under both sides, between two eastings both span and above a northing.
  @inline(__always)
  func strip(under other: SlopedSide, _ from: Double, _ to: Double, above base: Double) -> Double {
    let (here, there) = (northing(at: from), northing(at: to))
    let (otherHere, otherThere) = (other.northing(at: from), other.northing(at: to))
    let (before, after) = (here - otherHere, there - otherThere)
    let width = to - from
    // Under the lower at each end: right unless they cross between.
    let under = (min(here, otherHere) + min(there, otherThere) - 2 * base) * width / 2
    guard before * after < 0 else { return under }
    // There the lower line bends upwards.
    return under + abs(before * after) / (abs(before) + abs(after)) * width / 2
  }
}

/// The sides of a shape, sorted into upright slabs so that those above a place are found.
struct OverlapSlabs {
  private let west: Double
  private let width: Double
  private let south: Double
  private let starts: [Int]
  private let sides: [SlopedSide]

  init(_ shape: MultiPolygon, _ box: BoundingBox) {
    let all = SlopedSide.all(of: shape)
    let count = max(1, min(512, all.count / 2))
    (west, south) = (box.minimumEasting, box.minimumNorthing)
    width = max(box.width, .leastNormalMagnitude) / Double(count)
    let (origin, size) = (west, width)
    func slabs(of side: SlopedSide) -> ClosedRange<Int> {
      let from = max(0, min(count - 1, Int((side.west - origin) / size)))
      return from...max(from, min(count - 1, Int((side.east - origin) / size)))
    }
    var next = [Int](repeating: 0, count: count + 1)
    for side in all { for slab in slabs(of: side) { next[slab + 1] += 1 } }
    for slab in 1...count { next[slab] += next[slab - 1] }
    starts = next
    var sorted = all
    if let some = all.first { sorted = Array(repeating: some, count: next[count]) }
    for side in all {
      for slab in slabs(of: side) {
        sorted[next[slab]] = side
        next[slab] += 1
      }
    }
    sides = sorted
  }

  /// The square metres under these sides and those of another shape with its box.
  func area(in others: [SlopedSide], _ box: BoundingBox) -> Double {
    let base = min(south, box.minimumNorthing)
    var area = 0.0
    for other in others {
      let first = max(0, Int(max(0, (other.west - west) / width)))
      for slab in first..<max(first, starts.count - 1) {
        let start = west + Double(slab) * width
        guard start < other.east else { break }
        let isLast = slab == starts.count - 2
        let end = isLast ? Double.infinity : west + Double(slab + 1) * width
        let from = max(start, other.west)
        let to = min(end, other.east)
        for side in sides[starts[slab]..<starts[slab + 1]] {
          let (left, right) = (max(from, side.west), min(to, side.east))
          guard left < right else { continue }
          area += side.sign * other.sign * side.strip(under: other, left, right, above: base)
        }
      }
    }
    return max(0, area)
  }
}
