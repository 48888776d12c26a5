// What a line may be, in words; the keys are those of LineKind on the server.
export const KINDS = {
  point: "Point",
  question: "Question",
  answer: "Answer",
  comment: "Comment",
  note: "Note",
  heading: "Heading",
  action: "Action",
  recommendation: "Recommendation",
  condition: "Condition",
};
