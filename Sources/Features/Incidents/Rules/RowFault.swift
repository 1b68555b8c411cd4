/// Why one row of a street file cannot be kept.
enum RowFault: Equatable {
  case columns(Int)
  case month
  case noForce
  case longitude
  case latitude
  case halfPlace
  case outsideKingdom
  case noCrimeType
  case crimeID
  case notText(StreetColumn)
  case tooLong(StreetColumn)
  case tooManyWords(StreetColumn)

  /// The reason in words, for the file of refused rows.
  var words: String {
    switch self {
    case .columns(let count): "has \(count) columns, not 12"
    case .month: "Month is not a month written YYYY-MM"
    case .noForce: "Reported by is empty"
    case .longitude: "Longitude is not a number from -180 to 180"
    case .latitude: "Latitude is not a number from -90 to 90"
    case .halfPlace: "only one of Longitude and Latitude is given"
    case .outsideKingdom: "the coordinates lie outside the United Kingdom"
    case .noCrimeType: "Crime type is empty"
    case .crimeID: "Crime ID is longer than 64 characters"
    case .notText(let column): "\(column.heading) is not UTF-8 text"
    case .tooLong(let column): "\(column.heading) is longer than 200 bytes"
    case .tooManyWords(let column): "\(column.heading) has too many different values to be one"
    }
  }
}
