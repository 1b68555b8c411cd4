internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The form that records a share.
struct ShareFormPage: HTML {
  let about: Reference?
  let agencies: [Agency]
  let choices: ShareChoices
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      "Record a share",
      lede: "Before anything leaves: nothing is kept until every question the law asks is answered."
    )
    Notice {
      p {
        "To let an organisation of the partnership read a whole case, give it the case there, under "
        "Organisations: that writes this record."
      }
    }
    Sheet {
      PostForm(to: SharingRoute.record(about: about).path, csrf: csrf) {
        SelectField(
          "recipient", label: "Who it goes to",
          choices: agencies.map { Choice($0.id.description, $0.name) }
            + [Choice(ShareForm.outside, "Another organisation or a person")],
          empty: "Choose who it goes to", in: state)
        TextField(
          "outside", label: "Name of the other organisation or person",
          hint: "Only where it goes outside the partnership. It is kept sealed.", in: state,
          autocomplete: "off")
        TextField(
          "about", label: "Reference of the case (optional)",
          hint: "Such as TM-7K42-0931. The share then stands on the case.", in: state, width: .w20)
        ShareTermsFields(choices, in: state)
        SubmitButton("Check it and record it")
      }
    }
  }
}
