"use strict";(()=>{var e=window;e.servicedesk??=(...s)=>{(e.servicedesk.q??=[]).push(s)},e.servicedesk("open","talk")})();
