internal import HTTP
internal import Kernel

/// A report taken for somebody: the public's own forms on one page, and how it came.
struct TakingForm {
  static let noChannel = "Choose how it came"

  let channel: ReportChannel
  /// When it reached whoever took it, from which every clock counts.
  let received: Instant
  private let apply: (inout DraftAnswers) -> Void
  private let occasion: Occasion

  /// Reads it; every part that is wrong is refused at once.
  init(_ fields: Fields, channels: [ReportChannel], at now: Instant) throws(Refusal) {
    var refused: [Refusal.Entry] = []
    func read<Form>(_ make: () throws(Refusal) -> Form) -> Form? {
      do throws(Refusal) { return try make() } catch {
        refused += error.entries
        return nil
      }
    }
    let channel = ReportChannel(rawValue: fields["channel"] ?? "")
      .flatMap { channels.contains($0) ? $0 : nil }
    if channel == nil { refused.append(Refusal.Entry(field: "channel", message: Self.noChannel)) }
    let kind = read { () throws(Refusal) in try KindForm(fields) }
    let place = read { () throws(Refusal) in try PlaceForm(fields) }
    let time = read { () throws(Refusal) in try OccasionForm(fields, at: now) }
    let words = read { () throws(Refusal) in try WordsForm(fields) }
    let people = read { () throws(Refusal) in try PeopleForm(fields) }
    let effect = read { () throws(Refusal) in try EffectForm(fields) }
    let reporter = read { () throws(Refusal) in try ReporterForm(fields) }
    if let time, time.occasion == nil {
      refused.append(Refusal.Entry(field: "day", message: OccasionForm.missing))
    }
    let arrival = read { () throws(Refusal) in try Arrival(fields, time?.occasion, at: now) }
    guard refused.isEmpty, let channel, let arrival, let occasion = time?.occasion else {
      throw Refusal(refused)
    }
    self.channel = channel
    received = arrival.moment
    self.occasion = occasion
    let forms: [(any StepForm)?] = [kind, place, words, people, effect, reporter]
    let course = fields["course"].flatMap { ReportCourse(rawValue: $0) }
    apply = { answers in
      for form in forms.compactMap(\.self) { form.apply(to: &answers) }
      answers.course = course
    }
  }

  /// The answers as the public's pages would have them, without the place of the gazetteer.
  var answers: DraftAnswers {
    var answers = DraftAnswers()
    apply(&answers)
    answers.occasions = [occasion]
    return answers
  }
}
