internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// A complaint that was entered wrongly, and why it is taken out; it stays on record.
struct TakingOutForm {
  let complaint: ReviewComplaint
  let record: ReviewRecord.Content

  init(_ fields: Fields, _ known: [ReviewComplaint]) throws(Refusal) {
    var form = FormReader(fields)
    let complaint = known.first { $0.id.description == fields["complaint"] }
    if complaint == nil { form.refuse("complaint", "Choose which complaint is taken out") }
    let why = form.text("why", or: "Enter why it is taken out", limit: CaseForms.limit)
    try form.finish()
    guard let complaint else { throw Refusal("complaint", "Choose which complaint is taken out") }
    self.complaint = complaint
    let content = complaint.content.reveal(for: "what stays on record of a complaint")
    record = ReviewRecord.Content([
      ("Made to", complaint.body.title), ("What it was about", content.what),
      ("Its reference", content.reference),
      ("It happened", complaint.behaviour?.words ?? ""),
      ("It was reported", complaint.reported?.words ?? ""), ("Why it is taken out", why),
    ])
  }
}
