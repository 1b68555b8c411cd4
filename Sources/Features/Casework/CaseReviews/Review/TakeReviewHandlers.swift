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

  func respond() throws -> Response {
    try CaseworkPolicy.require(.review, visit.actor)
    guard visit.request.method == .post else { return page(FormState()) }
    let fields = visit.request.form
    do {
      let form = try TakenReviewForm(fields, today: visit.services.clock.today)
      let reference = try visit.write { write in
        let (reference, isNew) = try CaseReviewStore(visit.services).add(
          form.request, once: fields["once"] ?? SecretToken.random(), applied: form.applied,
          by: form.channel,
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
            choices: TakenReviewForm.channels.map { Choice($0.rawValue, $0.title) }, in: state)
          DateField("applied", legend: "Day it came", in: state)
          ReviewAskingFields(reader: .staff, state: state)
          SubmitButton("Take the application")
        }
      }, status: state.refusal == nil ? 200 : 422)
  }
}
