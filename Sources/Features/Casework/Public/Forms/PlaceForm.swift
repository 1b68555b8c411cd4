internal import Geography
internal import HTTP

/// Where it is happening: a postcode, or words.
struct PlaceForm: StepForm {
  static let wrongPostcode =
    "Enter a full postcode, like TM1 4AB, or describe the place below instead"
  static let missing = "Enter a postcode, or describe the place below"
  static let unknownPostcode =
    "We do not know that postcode. Check it, or describe the place below as well"
  static let wordsLimit = 300

  let postcode: Postcode?
  let words: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let typed = form.optionalText("postcode", limit: 20) ?? ""
    words = form.optionalText("place", limit: Self.wordsLimit) ?? ""
    postcode = Postcode(typed)
    if postcode == nil, !typed.isEmpty { form.refuse("postcode", Self.wrongPostcode) }
    if typed.isEmpty, words.isEmpty { form.refuse("postcode", Self.missing) }
    try form.finish()
  }

  func apply(to answers: inout DraftAnswers) {
    answers.postcode = postcode?.description ?? ""
    answers.placeWords = words
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    Fields([("postcode", answers.postcode), ("place", answers.placeWords)])
  }
}

/// Which place of the gazetteer the words mean; none of them where nothing is chosen.
struct PlaceChoiceForm: StepForm {
  private let key: String

  init(_ fields: Fields) { key = fields["choice"] ?? "" }

  func apply(to answers: inout DraftAnswers) {
    answers.place = answers.candidates.contains(key) ? key : nil
    answers.isPlaceSettled = true
  }

  static func fields(of answers: DraftAnswers) -> Fields {
    Fields(present: [("choice", answers.isPlaceSettled ? answers.place ?? "none" : nil)])
  }
}
