import Design
import Kernel
import Markup

/// What would be published of a period, what is missing, and the issues there are.
struct PublicationPage: HTML {
  let list: DueList
  let draft: PublicIssue
  let issues: [Publication]
  let mayPublish: Bool
  /// Priorities whose sign-off the reader may open.
  let openable: Set<ID<Priority>>
  let isOver: Bool
  let state: FormState
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(
        "Publish \(list.period.words)", kicker: list.plan.title,
        lede: "What is published is frozen. A mistake is mended by another issue; the one before "
          + "stays readable.")
      SignedList(list: list, openable: openable)
      if !issues.isEmpty { IssuesSheet(list: list, issues: issues) }
      if mayPublish, isOver { form }
      if !isOver { Notice(.warn) { p { "\(list.period.words) is not over yet." } } }
      Sheet(issues.isEmpty ? "As the public would see it" : "As the next issue would be") {
        p(.class("small quiet")) {
          "Counts of 1 to 4 people are withheld, and others that would give them away."
        }
        for priority in draft.priorities where !priority.rows.isEmpty {
          IssueTableView(
            issue: draft, priority: priority, level: .third, hasDefinitions: false)
        }
      }
    }
  }

  private var form: some HTML {
    Sheet(issues.isEmpty ? "Publish" : "Correct by another issue", mark: .thread) {
      PostForm(to: FiguresRoute.publication(list.place).path, csrf: csrf) {
        if !issues.isEmpty {
          TextArea(
            "note", label: "What is corrected",
            hint: "In plain words; it stands at the top of the new issue", in: state, rows: 3)
        }
        if !list.unsigned.isEmpty {
          TextArea(
            "reason", label: "Why it is published before every priority is signed off",
            hint: "Kept with the issue and in the audit trail", in: state, rows: 3)
        }
        SubmitButton(issues.isEmpty ? "Publish" : "Publish the correction")
      }
    }
  }
}

/// Which priorities are signed off.
private struct SignedList: HTML {
  let list: DueList
  let openable: Set<ID<Priority>>

  var body: some HTML {
    Sheet("Sign-off") {
      DataTable(
        caption: "Sign-off", hidesCaption: true,
        columns: [.text("Priority"), .text("Signed off"), .number("Missing")],
        rows: list.priorities.filter { !$0.indicators.isEmpty }.map { due in
          [
            openable.contains(due.priority.id)
              ? .link(due.heading, to: FiguresRoute.signOff(list.place, due.priority.id).path)
              : .text(due.heading),
            due.signOff.map { signed in
              .html {
                Tag("Signed off", .good)
                " \(signed.words)"
              }
            } ?? .html { Tag(due.withdrawn == nil ? "Not signed off" : "Withdrawn", .warn) },
            .text(NumberText.whole(due.missing)),
          ]
        })
    }
  }
}

/// The issues of a period there are.
private struct IssuesSheet: HTML {
  let list: DueList
  let issues: [Publication]

  var body: some HTML {
    Sheet("Published") {
      DataTable(
        caption: "Published", hidesCaption: true,
        columns: [.text("Issue"), .text("Published"), .text("What was corrected")],
        rows: issues.map { one in
          [
            .link(
              "Issue \(one.number)",
              to: PerformanceRoute.issue(plan: list.plan.slug, slug: one.slug).path),
            .text(London.day(one.madeAt).words),
            .text(one.note.isEmpty ? "The first issue" : one.note),
          ]
        })
    }
  }
}
