public import Kernel

/// Why points or cells cannot be analysed as asked.
public enum SpaceProblem: Problem, Equatable {
  /// A point, counted from 0, has a coordinate or a weight that is no finite number.
  case notFinite(point: Int)
  /// Two lists that belong together have different lengths.
  case unequal(Int, Int)
  /// A cell size that is not over zero, or a grid without cells or with too many.
  case grid
  /// A bandwidth, radius or deviation that is not a finite number over zero.
  case reach
  /// Cells so small beside the extent of the points that they cannot be numbered.
  case tooFine
  /// A number of points or permutations that is too small.
  case tooFew(Int, atLeast: Int)
  /// Band limits that do not rise, or fewer than two of them.
  case bands
  /// Times further apart than 65,535 units.
  case timesTooFarApart
  /// A count under zero or over 2³¹, or counts too large to be added up.
  case count
  /// Neighbours with unequal weights, where only equal ones can be tested.
  case weights

  /// What is wrong and what to do.
  public var message: String {
    switch self {
    case .notFinite(let point): "Point \(point + 1) has no finite coordinates. Leave it out."
    case .unequal(let a, let b): "There are \(a) of one and \(b) of the other. Give as many."
    case .grid: "The grid has no cells, or more than 100 million. Choose another cell size."
    case .reach: "The distance must be a number over zero. Choose a larger one."
    case .tooFine: "The distance is too small for the extent of the points. Choose a larger one."
    case .tooFew(let number, let least): "There are \(number); \(least) are needed."
    case .bands: "Band limits must rise from zero or above, and there must be at least two."
    case .timesTooFarApart: "The times span more than 65,535 units. Use a coarser unit."
    case .count: "Counts must be whole numbers from 0, and together under 2 billion."
    case .weights: "The neighbours have unequal weights. Use neighbours of equal weight."
    }
  }

  /// The status of a page that refuses the input.
  public var status: Int { 422 }
}
