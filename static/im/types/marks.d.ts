/**
 * How far this side has received and read, told to the desk cumulatively and seldom, and how far the other side has.
 * Marks only move forward.
 */
/**
 * Marks of both sides: what to tell the desk, and what it told.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {import('./types.js').Options['role']} host.role
 * @param {(frame:import('./types.js').ClientFrame) => boolean} host.send
 * @param {() => boolean} host.visible
 * @param {(id:string) => import('./types.js').Conversation|undefined} host.get
 * @param {(id:string) => boolean} host.wanted  whether the desk keeps marks of this conversation now
 * @param {import('./emitter.js').Emit} host.emit
 */
export declare function createMarks({ clock, role, send, visible, get, wanted, emit }: {
    clock: import('./types.js').Clock;
    role: import('./types.js').Options['role'];
    send: (frame: import('./types.js').ClientFrame) => boolean;
    visible: () => boolean;
    get: (id: string) => import('./types.js').Conversation | undefined;
    wanted: (id: string) => boolean;
    emit: import('./emitter.js').Emit;
}): {
    flush: () => void;
    plan: () => void;
    /** @param {string} id @param {number} sequence */
    received(id: string, sequence: number): void;
    /** @param {string} id @param {number} sequence */
    read(id: string, sequence: number): void;
    /** @param {import('./types.js').ProgressFrame & {self:boolean}} frame */
    take(frame: import('./types.js').ProgressFrame & {
        self: boolean;
    }): void;
    /** On every new link. @param {boolean} reset */
    welcome(reset: boolean): void;
};
