internal import Design
internal import Kernel
internal import Markup

/// The contacts of an organisation that leads a case, on its own page of it.
struct LeadContact: HTML {
  let model: SharedCaseModel

  var body: some HTML {
    let state = model.state(of: .contact)
    Notice {
      p {
        "You lead this case. Those who reported are told how it stands by "
        strong {
          London.words(model.file.startedAt == nil ? model.file.startDue : model.file.updateDue)
        }
        "; each contact starts the next \(model.standard.words(.update))."
        if let due = model.file.clocks.openInterview {
          " Who complained is interviewed by \(London.words(due))."
        }
      }
    }
    Disclosure("Record a contact", isOpen: model.isOpen(.contact)) {
      PostForm(to: SharedRoute.act(model.file.reference, .contact).path, csrf: model.csrf) {
        TextField(
          "with", label: "Who, and how", hint: "Such as “Complainant, by telephone”.", in: state)
        TextArea("said", label: "What was said", in: state, rows: 3)
        CheckboxField(
          "interview", label: "This was an interview of who complained",
          hint: "What happened, how it affects them and what they want was talked through.",
          in: state)
        TextArea(
          "told", label: "What those who reported it read beside their report",
          hint: "Leave it empty to tell them nothing here.", in: state, rows: 3)
        SubmitButton("Record the contact", style: .line)
      }
    }
  }
}
