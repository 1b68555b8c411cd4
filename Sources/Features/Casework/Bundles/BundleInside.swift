internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What is in a draft, in its order.
struct BundleInside: HTML {
  let model: BundleModel
  let review: BundleReview

  var body: some HTML {
    Sheet("In the bundle", id: "inside", mark: review.changed.isEmpty ? .none : .warn) {
      DataTable(
        caption: "In the bundle", hidesCaption: true,
        columns: [.text("Paper"), .text("Part"), .text("Day"), .text("Struck"), .text("State")],
        rows: review.inside.map { one in
          [
            .link(
              one.paper.title,
              to: BundleRoute.paper(model.reference, model.bundle.number, key: one.paper.key).path
            ),
            .text(one.paper.section.title),
            .text(one.paper.day?.words ?? ""), .text(one.struck == 0 ? "" : String(one.struck)),
            .html {
              if one.standing == .changed {
                StateMark(.warn, "Its words changed: read it again")
              } else {
                StateMark(.good, "Goes in")
              }
            },
          ]
        }, empty: "Nothing yet. Choose below what goes in.")
    }
  }
}

/// What of the case may go in, to be ticked part by part.
struct BundleChoices: HTML {
  let model: BundleModel
  let review: BundleReview

  private static let mostWords = 140

  var body: some HTML {
    Sheet("Choose what goes in", id: "choose") {
      p(.class("quiet")) {
        "Never among them: who reported it, opinions, risks, warnings to visitors, referrals, support, and what "
        "other organisations wrote."
      }
      PostForm(to: model.path(.choose), csrf: model.csrf) {
        for section in BundleSection.allCases {
          let papers = review.papers.filter { $0.paper.section == section }
          if !papers.isEmpty {
            CheckboxField(
              section.field, legend: section.title, choices: papers.map(choice), in: ticked(section)
            )
          }
        }
        SubmitButton("These go in")
      }
    }
  }

  private func ticked(_ section: BundleSection) -> FormState {
    FormState(values: Fields(review.inside.map { (section.field, $0.paper.key) }))
  }

  private func choice(_ one: ReviewedPaper) -> Choice {
    let words = one.lines.map(\.words).joined(separator: " · ")
    let title = [one.paper.title, one.paper.day?.words].compactMap(\.self).joined(separator: ", ")
    return Choice(
      one.paper.key, title,
      hint: words.count > Self.mostWords ? "\(words.prefix(Self.mostWords))…" : words)
  }
}

/// What a finished bundle holds.
struct BundleFixed: HTML {
  let fixed: FixedBundle

  var body: some HTML {
    Sheet("In the bundle", id: "inside") {
      DataTable(
        caption: "In the bundle", hidesCaption: true,
        columns: [.text("Paper"), .text("Part"), .text("Day"), .text("Struck")],
        rows: fixed.parts.map { part in
          [
            .text(part.title), .text(part.section.title),
            .text(part.day.flatMap { Day($0) }?.words ?? ""),
            .text(part.struck == 0 ? "" : String(part.struck)),
          ]
        })
    }
  }
}
