internal import Design
internal import HTTP

/// The days of a new version.
struct StandardForm {
  let days: [Promise: Int]

  init(_ fields: Fields, after last: CaseStandard) throws(Refusal) {
    var form = FormReader(fields)
    var days: [Promise: Int] = [:]
    for promise in Promise.allCases {
      let range = promise.range
      let wrong =
        "Enter \(promise.isWorkingDays ? "working days" : "days") from "
        + "\(range.lowerBound) to \(range.upperBound)"
      guard let number: Int = form.value(promise.rawValue, or: wrong) else { continue }
      if range.contains(number) {
        days[promise] = number
      } else {
        form.refuse(promise.rawValue, wrong)
      }
    }
    for (sooner, later) in [(Promise.first, Promise.second), (.second, .third)] {
      if let soon = days[sooner], let late = days[later], soon > late {
        form.refuse(later.rawValue, "Enter at least \(soon): what is less urgent is not sooner")
      }
    }
    try form.finish()
    if days == last.days {
      throw Refusal(Promise.first.rawValue, "Change a number: this is the standard that holds now")
    }
    self.days = days
  }

  /// What the form shows before it is sent.
  static func values(_ standard: CaseStandard) -> Fields {
    Fields(Promise.allCases.map { ($0.rawValue, String(standard[$0])) })
  }
}
