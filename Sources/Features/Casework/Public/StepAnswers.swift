internal import Geography
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Reads what was posted on a page of a report and puts it among the answers.
struct StepAnswers {
  let services: Services
  let fields: Fields
  let now: Instant

  /// The most places somebody is asked to choose from.
  private static let mostPlaces = 8

  /// Keeps the answer; the page that comes next.
  ///
  /// Throws ``Refusal`` where it was not understood.
  func apply(
    _ step: ReportStep, to answers: inout DraftAnswers, isChange: Bool, _ read: Read
  ) throws -> ReportStep {
    switch step {
    case .what: try KindForm(fields).apply(to: &answers)
    case .isIt:
      let form = try ExceptionForm(fields)
      form.apply(to: &answers)
      if form.answer == nil { return .help }
    case .now: LineForm(fields).apply(to: &answers)
    case .where: try place(in: &answers, read)
    case .place: PlaceChoiceForm(fields).apply(to: &answers)
    case .when: if try occasions(in: &answers) == false { return .when }
    case .words:
      try WordsForm(fields).apply(to: &answers)
      answers.wantsFiles = fields["act"] == "files"
      if answers.wantsFiles == true { return .files }
    case .people: try PeopleForm(fields).apply(to: &answers)
    case .effect: try EffectForm(fields).apply(to: &answers)
    case .you: try ReporterForm(fields).apply(to: &answers)
    case .help, .files, .check, .sent: break
    }
    return ReportJourney(answers: answers).next(after: step, isChange: isChange)
  }

  /// What a page shows of the answers.
  static func fields(_ step: ReportStep, _ answers: DraftAnswers) -> Fields {
    switch step {
    case .what: KindForm.fields(of: answers)
    case .isIt: ExceptionForm.fields(of: answers)
    case .where: PlaceForm.fields(of: answers)
    case .place: PlaceChoiceForm.fields(of: answers)
    case .when: Fields(present: [("course", answers.course?.rawValue)])
    case .words: WordsForm.fields(of: answers)
    case .people: PeopleForm.fields(of: answers)
    case .effect: EffectForm.fields(of: answers)
    case .you: ReporterForm.fields(of: answers)
    case .help, .now, .files, .check, .sent: Fields()
    }
  }

  /// A postcode settles the place; words may mean several.
  private func place(in answers: inout DraftAnswers, _ read: Read) throws {
    let form = try PlaceForm(fields)
    let isSame =
      answers.postcode == form.postcode?.description ?? ""
      && answers.placeWords == form.words
    guard !isSame || !answers.isPlaceSettled else { return }
    form.apply(to: &answers)
    (answers.candidates, answers.place, answers.isPlaceSettled) = ([], nil, true)
    if let postcode = form.postcode {
      answers.place = try services.places.find(postcode.description, 1, read).first?.key
      if answers.place == nil, form.words.isEmpty {
        throw Refusal("postcode", PlaceForm.unknownPostcode)
      }
    }
    guard answers.place == nil else { return }
    answers.candidates = try services.places.find(form.words, Self.mostPlaces, read).map(\.key)
    answers.isPlaceSettled = answers.candidates.isEmpty
  }

  /// Adds or takes away a time; `false` where the page is to be shown again.
  private func occasions(in answers: inout DraftAnswers) throws -> Bool {
    if let index = fields["remove"].flatMap({ Int($0) }) {
      if answers.occasions.indices.contains(index) { answers.occasions.remove(at: index) }
      return false
    }
    answers.course = fields["course"].flatMap { ReportCourse(rawValue: $0) }
    let occasion = try OccasionForm(fields, at: now).occasion
    if let occasion, !answers.occasions.contains(occasion) {
      guard answers.occasions.count < Self.mostOccasions else {
        throw Refusal(
          "day",
          "You can tell us of \(Self.mostOccasions) times here: send the report, "
            + "then add the others to it")
      }
      answers.occasions.append(occasion)
    }
    let isMore = fields["act"] == "add"
    guard occasion != nil || (!isMore && !answers.occasions.isEmpty) else {
      throw Refusal("day", OccasionForm.missing)
    }
    return !isMore
  }

  private static let mostOccasions = 30
}
