/// What its month of the year adds to each of some monthly figures, where they have seasons.
///
/// The rules of a control chart take every month for alike; a summer peak that comes each year
/// would break them each year.
enum SeasonalCourse {
  /// The fewest years seasons are told from.
  static let fewest = 3
  /// From here on the season is taken for a stable one: its variance between the months of the
  /// year over that within them, level by level of the years.
  ///
  /// The F of X-11's analysis of variance (Shiskin, Young & Musgrave 1967, U.S. Bureau of the Census
  /// Technical Paper 15, appendix A). Seven is the limit its producers use: a rule of thumb (Dagum,
  /// Solomon & Sutradhar 1991, *Survey Methodology* 17(2)) that stands in the test for identifiable
  /// seasonality of Lothian & Morry 1978, Statistics Canada, as 7/F.
  static let stable = 7.0

  /// The season of each month, which sums to about nought over a year; `nil` where there are too
  /// few whole years at the end, or none is stable.
  ///
  /// It is the mean over the years of what each month lies above its year.
  static func of(_ values: [Double?]) -> [Double]? {
    let years = values.suffix(values.count / 12 * 12).compactMap(\.self)
    guard years.count == values.count / 12 * 12, years.count / 12 >= fewest else { return nil }
    let parts = stride(from: 0, to: years.count, by: 12).map { first -> [Double] in
      let year = years[first..<first + 12]
      let level = year.reduce(0, +) / 12
      return year.map { $0 - level }
    }
    let season = (0..<12).map { month in
      parts.reduce(0) { $0 + $1[month] } / Double(parts.count)
    }
    guard ratio(of: season, in: parts) >= stable else { return nil }
    let odd = values.count % 12
    return values.indices.map { season[($0 - odd + 12) % 12] }
  }

  /// The F of the months of the year in blocks of years; nought where nothing varies.
  private static func ratio(of season: [Double], in years: [[Double]]) -> Double {
    let count = Double(years.count)
    let between = season.reduce(0) { $0 + $1 * $1 } * count
    let within = years.reduce(0) { sum, year in
      sum + zip(year, season).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    guard between > 1e-9 else { return 0 }
    guard within > 1e-9 * between else { return .infinity }
    return between / 11 / (within / (11 * (count - 1)))
  }
}
