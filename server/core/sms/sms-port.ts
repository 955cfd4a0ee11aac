/** The door to a message service. */
export interface SmsPort {
  /** Sends one text message. @throws Error when the service refused it or did not answer */
  send(message: { readonly phone: string; readonly text: string }): Promise<void>;
}
