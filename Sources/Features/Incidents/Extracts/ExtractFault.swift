internal import Kernel

/// Why one row of a source's file cannot be kept; `column` is its heading in the file.
enum ExtractFault: Equatable, Sendable {
  case short(Int, of: Int)
  case blank(column: String)
  case notText(column: String)
  case tooLong(column: String)
  case tooManyWords(column: String)
  case time(column: String, format: String)
  /// Written with day and month the other way round.
  case exchanged(column: String, format: String, other: String)
  case future(column: String, after: Day)
  case longAgo(column: String)
  case endsBeforeStart(column: String)
  case lastsTooLong(column: String)
  case halfPlace(column: String)
  case number(column: String)
  case degreesAsMetres
  case metresAsDegrees
  case off(String)
  /// Off Great Britain as it stands, and on it with its columns exchanged.
  case swapped(String)
  case count(column: String)

  /// The reason in words, for the file of refused rows.
  var words: String {
    switch self {
    case .short(let count, let needed): "has \(count) values, not \(needed)"
    case .blank(let column): "\(column) is empty"
    case .notText(let column):
      "\(column) is not UTF-8 text; save the file as CSV UTF-8"
    case .tooLong(let column): "\(column) is longer than 200 bytes; notes are not kept"
    case .tooManyWords(let column): "\(column) has too many different values to be one"
    case .time(let column, let format): "\(column) is not a time written \(format)"
    case .exchanged(let column, let format, let other):
      "\(column) is not a time written \(format); it would be one written \(other)"
    case .future(let column, let day): "\(column) lies in the future, after \(day.words)"
    case .longAgo(let column): "\(column) lies before 1970"
    case .endsBeforeStart(let column): "\(column) lies before its start"
    case .lastsTooLong(let column): "\(column) lies more than 366 days after its start"
    case .halfPlace(let column): "\(column) is empty where the other half of the place is given"
    case .number(let column): "\(column) is not a number"
    case .degreesAsMetres: "the place has degrees where the mapping says metres"
    case .metresAsDegrees: "the place has metres where the mapping says degrees"
    case .off(let place): "the place lies in \(place)"
    case .swapped(let place):
      "the place lies in \(place); with its two columns exchanged it would not"
    case .count(let column): "\(column) is not a whole number"
    }
  }
}

/// Thrown where a row cannot be kept.
struct ExtractRefusal: Error, Equatable {
  let fault: ExtractFault

  init(_ fault: ExtractFault) { self.fault = fault }
}
