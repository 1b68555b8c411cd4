internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the record of one share is drawn from.
struct ShareModel {
  let record: ShareRecord
  let agencies: [Agency]
  let agreement: Agreement?
  let sharer: String?
  let now: Instant
  let mayShare: Bool
  /// The kinds of file it can be saved as.
  let formats: [PrintFormat]
  let csrf: String
  /// What was typed where it was refused.
  var state = FormState()

  private var share: Share { record.share }

  var recipient: String {
    share.outside?.reveal(for: "record of a share") ?? ShareTable.recipient(share, agencies)
  }

  /// All of the record, for the page and for paper.
  var rows: [(key: String, value: String)] {
    let words = share.terms.words.reveal(for: "record of a share")
    let grounds = ShareGround.Part.allCases.map { part in
      (
        part.title,
        share.terms.ground(part).map { ground in
          "\(ground.title). \(ground.section)"
            + (ground.isRecipientSaid == true
              ? ". Whoever shared said that the recipient is one it names, or acts for one" : "")
        }
          ?? "None: nothing of the kind is shared"
      )
    }
    let first = [
      ("Recipient", recipient), ("Case", share.about?.description ?? "None"),
      ("Purpose", words.purpose), ("What is shared", share.terms.fields.words),
      ("Necessity", words.necessity),
    ]
    let last = [
      ("Agreement", agreement?.title ?? "None"), ("From", London.words(share.since)),
      ("Last day", share.lastDay.words), ("Shared by", sharer ?? "The program"),
    ]
    let reason = record.ending.reveal(for: "record of a share")
    return first + grounds + last + (reason.isEmpty ? [] : [("Why it ended", reason)])
  }
}

/// The record of one share, whole on one page, for the data protection officer.
struct SharePage: HTML {
  let model: ShareModel

  private var share: Share { model.record.share }

  var body: some HTML {
    let state = model.record.state(at: model.now)
    Handling(note: "That you opened this record is recorded with your name.")
    PageHead("Record of a share", kicker: share.reference.description)
    Facts([
      Fact("State") { StateMark(state == .open ? .good : .none, state.title) },
      Fact("Recipient", model.recipient),
      Fact(share.isOpen(at: model.now) ? "Until" : "Ended", share.lastDay.words),
    ])
    Sheet("The record", mark: .river) {
      SummaryList(
        model.rows.filter { !$0.value.isEmpty }.map { ($0.key, $0.value, nil) })
      if !model.formats.isEmpty {
        p(.class("row no-print")) {
          for format in model.formats {
            LinkButton(
              "Save as \(format.title)", to: SharingRoute.shareFile(share.reference, format).path)
          }
        }
      }
    }
    if model.mayShare, share.isOpen(at: model.now) {
      if share.isKeptByRecord {
        Notice {
          p {
            "It belongs to \(share.about?.description ?? ""), which ends it: a case under Organisations, "
            "a case review when its papers close to the panel."
          }
        }
      } else {
        revocation
      }
    }
  }

  private var revocation: some HTML {
    Sheet("Revoke it") {
      p { "It ends now. Tell the recipient, who deletes or returns what it has." }
      PostForm(to: share.path, csrf: model.csrf) {
        TextArea("ending", label: "Why it ends", in: model.state, rows: 3)
        SubmitButton("Revoke the share", style: .bad)
      }
    }
  }
}
