internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// Referrals sent to mailboxes as links, and how each stands.
struct ReferralLinks: HTML {
  let model: CaseModel

  private var waiting: [CaseReferral] { model.referrals.filter { $0.answer == nil } }
  private var links: [CaseLink] { model.partners.links.filter { $0.asks.referral != nil } }

  var body: some HTML {
    if !links.isEmpty {
      DataTable(
        caption: "Referrals sent as a link",
        columns: [.text("Referral"), .text("Sent"), .text("State")], rows: links.map(row))
    }
    if model.file.state != .closed, !waiting.isEmpty {
      let state = model.state(of: .referralLink, [(LinkFields.referral.days, "7")])
      Disclosure("Send a referral as a link", isOpen: model.isOpen(.referralLink)) {
        if model.partners.hasMail {
          CaseForm(model, .referralLink) {
            p(.class("quiet")) {
              "For an organisation without accounts here. Its reader sees what the referral is for, the name "
              "of whom it is about and its day, nothing else of the case."
            }
            SelectField(
              LinkFields.referral.asked, label: "Which referral",
              choices: waiting.map { Choice($0.id.description, words($0)) },
              empty: "Choose a referral", in: state)
            TextField(
              LinkFields.referral.mailbox, label: "Mailbox of the person or team that answers",
              hint: "The link and each code go there and nowhere else.", in: state, type: .email,
              autocomplete: "off")
            TextArea(
              LinkFields.referral.words, label: "What else to tell them",
              hint: "Such as the answer to what they asked. Leave it empty for nothing.",
              in: state, rows: 3)
            SelectField(
              LinkFields.referral.days, label: "For how long the link to the referral works",
              choices: LinkRule.days.map { Choice(String($0), "\($0) days") }, in: state)
            SubmitButton("Send the referral", style: .line)
          }
        } else {
          p { "No mail server is set, so no link can be sent." }
        }
      }
    }
  }

  private func words(_ referral: CaseReferral) -> String {
    "\(model.agency(referral.organisation)), due \(referral.due.words)"
  }

  private func row(_ link: CaseLink) -> DataTable.Row {
    let referral = model.referrals.first { $0.id == link.asks.referral }
    return [
      .text(referral.map(words) ?? "A referral"), .html { LinkSent(link: link, model: model) },
      .html { LinkState(link: link, model: model) },
    ]
  }
}

extension CaseModel {
  /// When the organisation of a referral last asked something about it instead of answering.
  func asked(_ referral: CaseReferral) -> Instant? {
    guard referral.answer == nil else { return nil }
    return partners.links.filter { $0.asks.referral == referral.id }.compactMap(\.shared.answeredAt)
      .max()
  }
}
