/** A request the platform turns down: thrown where it is noticed, answered once by the listener. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
