internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// Takes an application that came by telephone, on paper or in person.
struct TakeReviewHandlers {
  let visit: StaffVisit

  private static let channels: [ReviewChannel] = [.phone, .letter, .inPerson]

  func respond() throws -> Response {
    try CaseworkPolicy.require(.review, visit.actor)
    guard visit.request.method == .post else { return page(FormState()) }
    let fields = visit.request.form
    do {
      let request = try CaseReviewForm(fields).request
      let (channel, applied) = try Self.way(fields, today: visit.services.clock.today)
      let reference = try visit.write { write in
        let (reference, isNew) = try CaseReviewStore(visit.services).add(
          request, once: fields["once"] ?? SecretToken.random(), applied: applied, by: channel,
          at: visit.now, in: write)
        if isNew {
          try visit.record("casework.review-taken", "case-review/\(reference)", in: write)
        }
        return reference
      }
      return visit.redirect(
        to: ReportsRoute.review(reference).path, saying: "The application is taken")
    } catch let refusal as Refusal {
      return page(FormState(values: fields, refusal: refusal))
    }
  }

  private static func way(
    _ fields: Fields, today: Day
  ) throws(Refusal) -> (ReviewChannel, Day) {
    var form = FormReader(fields)
    let channel = fields["channel"].flatMap { ReviewChannel(rawValue: $0) }
    if channel.map(channels.contains) != true { form.refuse("channel", "Choose how it came") }
    let applied = form.optionalDay("applied", "Day it came", fields)
    if let applied {
      if applied > today { form.refuse("applied-day", "The day must not be after today") }
    } else {
      form.refuse("applied-day", "Enter the day it came")
    }
    try form.finish()
    guard let channel, let applied else { throw Refusal("channel", "Choose how it came") }
    return (channel, applied)
  }

  private func page(_ state: FormState) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Take an application", crumbs: ReviewHandlers.crumbs,
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        PageHead(
          "Take an application for a case review",
          lede:
            "From somebody who calls, writes or comes in. They may ask for somebody else, who agrees."
        )
        PostForm(to: ReportsRoute.takeReview.path, csrf: visit.frame.csrf) {
          input(
            .type(.hidden), .name("once"),
            .value(visit.request.form["once"] ?? SecretToken.random()))
          RadioField(
            "channel", legend: "How did it come?",
            choices: Self.channels.map { Choice($0.rawValue, $0.title) }, in: state)
          DateField("applied", legend: "Day it came", in: state)
          RadioField(
            "for", legend: "For whom do they ask?",
            choices: [
              Choice("me", "For themselves or their household"),
              Choice("other", "For somebody else, who agrees"),
            ], in: state)
          TextArea("story", label: "What goes on, and what was done about it", in: state)
          TextArea("references", label: "References they were given", in: state, rows: 3)
          TextField("name", label: "Name", in: state, width: .w20, autocomplete: "off")
          TextField("phone", label: "Telephone number", in: state, width: .w20, autocomplete: "off")
          TextField("email", label: "Email address", in: state, width: .w20, autocomplete: "off")
          SubmitButton("Take the application")
        }
      }, status: state.refusal == nil ? 200 : 422)
  }
}
