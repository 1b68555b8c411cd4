internal import Database
internal import HTTP
internal import Kernel

/// How satisfied somebody is, from 1 to 5.
enum Satisfaction: Int, CaseIterable, Sendable {
  case veryDissatisfied = 1
  case dissatisfied
  case neither
  case satisfied
  case verySatisfied

  var title: String {
    switch self {
    case .verySatisfied: "Very satisfied"
    case .satisfied: "Satisfied"
    case .neither: "Neither satisfied nor dissatisfied"
    case .dissatisfied: "Dissatisfied"
    case .veryDissatisfied: "Very dissatisfied"
    }
  }

  /// Whether it counts as satisfied.
  var isSatisfied: Bool { rawValue >= Self.satisfied.rawValue }
}

/// A plain answer to a plain question.
enum PlainAnswer: String, CaseIterable, Sendable, Bindable {
  case yes
  case partly
  case no

  var title: String {
    switch self {
    case .yes: "Yes"
    case .partly: "Partly"
    case .no: "No"
    }
  }
}

/// Where somebody answered.
enum SurveyWay: String, CaseIterable, Sendable, Bindable {
  /// On the page of their own report.
  case own
  /// By the link in the letter.
  case link
}

/// What somebody answered once the work on their report had ended.
struct SurveyAnswers: Sendable {
  static let missing = "Choose how satisfied you are"
  static let limit = 2000

  let satisfaction: Satisfaction
  /// Whether there was one person whom they could reach.
  let hadContact: PlainAnswer?
  /// Whether they were told what was done.
  let wasTold: PlainAnswer?
  /// Whether it still goes on.
  let goesOn: PlainAnswer?
  let words: Sensitive<String>

  /// Reads the form; only how satisfied somebody is has to be answered.
  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let satisfaction = Int(fields["satisfaction"] ?? "").flatMap(Satisfaction.init(rawValue:))
    if satisfaction == nil { form.refuse("satisfaction", Self.missing) }
    func answer(_ name: String) -> PlainAnswer? { fields[name].flatMap(PlainAnswer.init) }
    hadContact = answer("contact")
    wasTold = answer("told")
    goesOn = answer("goes-on")
    words = Sensitive(form.optionalText("words", limit: Self.limit) ?? "")
    try form.finish()
    guard let satisfaction else { throw Refusal("satisfaction", Self.missing) }
    self.satisfaction = satisfaction
  }

  init(
    _ satisfaction: Satisfaction, hadContact: PlainAnswer? = nil, wasTold: PlainAnswer? = nil,
    goesOn: PlainAnswer? = nil, words: String = ""
  ) {
    self.satisfaction = satisfaction
    self.hadContact = hadContact
    self.wasTold = wasTold
    self.goesOn = goesOn
    self.words = Sensitive(words)
  }
}
