import type { Language } from "../../shared/domain/text.ts";

/** A complaint that somebody could have written, to send or to change. */
export interface ExampleComplaint {
  readonly id: string;
  readonly language: Language;
  /** Id of the procedure. */
  readonly organisation: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
}

/** In order of telling: the first of a language is the one to begin with. */
export const exampleComplaints: readonly ExampleComplaint[] = [
  {
    id: "late-trainer",
    language: "nl",
    organisation: "learnworks",
    name: "Samira Haddad",
    address: "samira.haddad@post.example",
    subject: "Trainer twee keer te laat bij de cursus Gespreksvoering",
    text: [
      "Goedemiddag,",
      "",
      "Ik volg bij u de cursus Gespreksvoering in Utrecht. De trainer kwam de afgelopen twee keer drie kwartier te laat en ging wel gewoon op tijd weg. Daardoor zijn de oefeningen van hoofdstuk 4 vervallen, terwijl we daar volgende week een toets over hebben.",
      "",
      "Ik heb er na de les iets over gezegd, maar kreeg als antwoord dat het verkeer nu eenmaal druk is. Ik wil graag dat de gemiste uren worden ingehaald en dat dit niet nog eens gebeurt.",
      "",
      "Met vriendelijke groet,",
      "Samira Haddad",
    ].join("\n"),
  },
  {
    id: "remark-in-class",
    language: "nl",
    organisation: "sterker",
    name: "Daan Verhoeven",
    address: "daan.verhoeven@post.example",
    subject: "Opmerking van de trainer waar ik bij de groep op aangekeken word",
    text: [
      "Beste mensen van het Leerhuis,",
      "",
      "Vorige week deed ik mee aan de training Werken met ervaringsverhalen. In het voorstelrondje had ik iets persoonlijks verteld. De trainer maakte daar later, waar iedereen bij was, een grap over. Ik vond dat pijnlijk en heb de rest van de dag niets meer gezegd.",
      "",
      "Ik wil dat de trainer weet wat dit met mij deed, en ik wil weten hoe u zorgt dat een persoonlijk verhaal veilig is in uw trainingen.",
      "",
      "Groeten,",
      "Daan Verhoeven",
    ].join("\n"),
  },
  {
    id: "certificate",
    language: "en",
    organisation: "sterker",
    name: "Grace Mensah",
    address: "grace.mensah@post.example",
    subject: "No certificate although I attended every day",
    text: [
      "Hello,",
      "",
      "I attended all four days of the course on supporting volunteers. Today I was told that I will not get a certificate because my name is missing from the attendance list of the third day. I was there, and two other participants can confirm it.",
      "",
      "I asked the trainer to correct the list, but she said it was out of her hands. Could you please look into this and send me the certificate?",
      "",
      "Kind regards,",
      "Grace Mensah",
    ].join("\n"),
  },
  {
    id: "venue",
    language: "en",
    organisation: "learnworks",
    name: "Tom Okafor",
    address: "tom.okafor@client.example",
    subject: "Venue could not be reached by wheelchair",
    text: [
      "Dear Learnworks,",
      "",
      "We booked a two-day course for our team and told you in advance that one of us uses a wheelchair. The room turned out to be on the second floor and the lift was out of order on both days. Our colleague followed the first day from the hall and stayed at home the second.",
      "",
      "We would like a new date for her in a building she can enter, and a correction of the invoice.",
      "",
      "Yours sincerely,",
      "Tom Okafor",
    ].join("\n"),
  },
];
