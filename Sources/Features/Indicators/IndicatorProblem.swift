import Kernel

/// Why a page of indicators cannot be shown.
enum IndicatorProblem: Problem {
  /// The address names a period that cannot be read.
  case unknownPeriod

  var message: String {
    switch self {
    case .unknownPeriod:
      "There is no such period. Write a year as 2018/19, a quarter as 2018/19 Q4, a month as "
        + "2018-04, or choose one on the performance page."
    }
  }

  var status: Int { 404 }
}
