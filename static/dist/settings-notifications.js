import{a as e}from"./with-tickets-actions.js";import{a as t,d as s,f as n,g as i}from"./with-app-push.js";import{a}from"./with-inbox-actions.js";import{a as o,h as l,i as r,j as c,k as u,n as g,o as p,t as _}from"./settings.js";import{E as d,H as b,Ia as m,J as y,ca as h,ha as $,ja as k,ka as f,ma as w,na as v,oa as j,r as q,u as T,va as x,wa as S}from"./app.js";var D=["move","conversation","write","select","view","go","desk"];function O(t,s){let n=function(){let t={desk:{},ui:{},list:{},composer:{}},s=a(t);for(let[n,i]of Object.entries(e(t)))"view"!==i.group&&!Object.values(s).some(e=>e.key===i.key)&&(s[n]??=i);return Object.assign(s,$(t)),s}(),i=null,o=[],l=null,r=null,u=e=>y(n[e].label),g=()=>{clearTimeout(l),i=null,o=[],s()},p=()=>{let e=i,a=o.join(" "),l=v(n,t.get("keys")).against(e,a);if(g(),l&&"taken"!==l.problem)return r={id:e,text:y(`settings_notices.key_${l.problem}`,{key:f(a).join(" ")})},s();r=l?.by?{id:e,text:y("settings_notices.key_taken",{action:u(l.by)})}:null,t.set("keys",j(n,t.get("keys"),e,a))},_=e=>{if(!i)return;if("Tab"===e.key||(e.preventDefault(),e.stopPropagation(),"Escape"===e.key))return g();if("Backspace"===e.key||"Delete"===e.key){let e=i;return g(),t.set("keys",j(n,t.get("keys"),e,""))}let a=k(e);if(a){if(o.push(a),clearTimeout(l),2===o.length||a.includes("+"))return p();l=setTimeout(p,900),s()}};return()=>{let e=v(n,t.get("keys")),a=t.get("keys");return q`${D.map(l=>{let p=Object.keys(n).filter(e=>n[e].group===l&&!w.has(e));return 0===p.length?T:c(y(`keys.group_${l}`),q`<ul class="key-rows">
${p.map(l=>{let c=i===l,p=e.keyOf(l);return q`<li class="key-row" data-action=${l}>
<span>${u(l)}</span>
<button
type="button"
class="key-button ${c?"waiting":""}"
aria-label=${c?y("settings_notices.press"):y("settings_notices.change_key",{action:u(l),key:f(p).join(" ")||y("settings_notices.no_key")})}
aria-pressed=${c}
@click=${()=>{i=c?null:l,o=[],r=null,s()}}
@keydown=${_}
@blur=${()=>c&&g()}
>
${c?q`<span>${o.length?f(o.join(" ")).map(e=>q`<kbd>${e}</kbd>`):y("settings_notices.press")}</span>`:p?f(p).map(e=>q`<kbd>${e}</kbd> `):q`<span class="thing-about">${y("settings_notices.no_key")}</span>`}
</button>
${l in a?q`<button type="button" class="text-button" aria-label=${y("settings_notices.reset_one",{action:u(l)})} @click=${()=>t.set("keys",j(n,a,l,null))}>${y("settings_notices.reset")}</button>`:q`<span></span>`}
${r?.id===l?q`<p class="field-hint key-said" role="status">${r.text}</p>`:T}
</li>`})}
</ul>`)})}
${Object.keys(a).length>0?q`<div class="set-section"><button type="button" class="button key-all" @click=${()=>t.set("keys",{})}>${y("settings_notices.reset_all")}</button></div>`:T}`}}var P=["new","assigned","message","mention","clock","ticket","followed"],E="followed",N=[0,5,10,15,30,60],U=[0,2,5,10,30],C=new Intl.DateTimeFormat(b,{weekday:"narrow",timeZone:"UTC"}),G=new Intl.DateTimeFormat(b,{weekday:"long",timeZone:"UTC"});function I({changed:e,form:t,kinds:s,push:n}){let i=()=>globalThis.Notification?.permission??"unsupported",a=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=t.get("quiet"),o=Math.round(100*t.get("notifications.volume"));return q`${c(y("settings_notices.what"),s(),y("settings_notices.what_intro"))}
${c(y("settings_notices.volume"),"",y("settings_notices.volume_intro"),q`<span class="slider"
><input
type="range"
min="0"
max="100"
step="5"
aria-label=${y("settings_notices.volume")}
.value=${d(String(o))}
@input=${e=>t.set("notifications.volume",Number(e.target.value)/100)}
/><output>${o}%</output></span
>`)}
${c(y("settings_notices.repeat_title"),r(t,"notifications.repeat",y("settings_notices.repeat"),y("settings_notices.repeat_hint")))}
${c(y("settings_notices.permission"),"",y(`settings_notices.permission_${i()}`),"default"===i()?q`<button type="button" class="button" @click=${a}>${y("settings_notices.allow")}</button>`:T)}
${n()}
${c(y("settings_notices.quiet"),q`${r(t,"quiet.enabled",y("settings_notices.quiet_on"),y("settings_notices.quiet_hint"))}
${e.enabled?q`<div class="day-range">
${u(y("settings_notices.quiet_from"),e.from,e=>t.set("quiet.from",e))}
<span aria-hidden="true">–</span>
${u(y("settings_notices.quiet_to"),e.to,e=>t.set("quiet.to",e))}
${e.to<=e.from?q`<span class="chip">${y("settings_notices.next_day")}</span>`:T}
</div>
<div class="segments" role="group" aria-label=${y("settings_notices.quiet_days")}>
${[1,2,3,4,5,6,7].map(s=>{let n=new Date(Date.UTC(2026,0,4+s)),i=e.days.includes(s);return q`<button
type="button"
class="segment segment-day"
aria-pressed=${i}
aria-label=${G.format(n)}
@click=${()=>t.set("quiet.days",i?e.days.filter(e=>e!==s):[...e.days,s].sort())}
>
${C.format(n)}
</button>`})}
</div>
<p class="field-error" role="alert">${t.errors["quiet.days"]??""}</p>`:T}`)}
${c(y("settings_notices.away"),"",y("settings_notices.away_intro"),m(y("settings_notices.away"),[...new Set([...N,t.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?y("settings_notices.minutes",{count:e}):y("settings_notices.never")})),String(t.get("away_after_min")),e=>t.set("away_after_min",Number(e))))}`}}function F({me:e,call:a,changed:r,say:u,failed:b}){let $={tab:"notices",problem:null},k=S({load:async()=>null,save:e=>a("PUT","/me/preferences",e),failed:e=>$.problem=e}),f=g({read:()=>a("GET","/me/preferences"),check:({quiet:e})=>_(e.from)&&_(e.to)?e.enabled&&0===e.days.length?{"quiet.days":y("settings_notices.no_days")}:{}:{"quiet.days":y("settings_notices.no_time")},async write(e){if(!await k.change(e))throw $.problem;return structuredClone(e)},changed:r}),w=x({changed:r}),v=O(f,r),j=function({me:e,call:a,changed:r,failed:u}){let g={busy:!1,trouble:null},_=p(async()=>{let[e,{items:t},n]=await Promise.all([a("GET","/push/key"),a("GET","/push/subscriptions"),s()]);return{key:e,devices:t,here:!!n}},r),d=async e=>{if(!g.busy){g.busy=!0,r();try{await e()}catch(e){u(e)}g.busy=!1,await _.load()}},b=e=>q`<li class="thing">
<span class="thing-mark">${o("smartphone")}</span>
<div class="thing-what">
<span class="thing-name">${e.device||y("settings_notices.push_this")}</span>
<span class="thing-about">${e.refused?y("settings_notices.push_refused",{status:e.refused}):e.sent_at?y("settings_notices.push_sent",{time:h(e.sent_at)}):y("settings_notices.push_new")}</span>
</div>
</li>`,m=s=>{let o=t(),r=s.key.enabled?o?g.trouble?`push_${g.trouble}`:"push_intro":"push_unsupported":"push_disabled";return c(y("settings_notices.push_title"),q`<ul class="things">${s.devices.map(b)}</ul>
${0===s.devices.length?q`<p class="nothing-yet">${y("settings_notices.push_none")}</p>`:T}
${"owner"===e.agent.role&&s.key.enabled?l(s.key.names,e=>{d(()=>a("PUT","/push/names",{names:e}))},y("settings_notices.push_names"),y("settings_notices.push_names_hint")):T}`,y(`settings_notices.${r}`),s.key.enabled&&o?q`<button type="button" class="button" aria-busy=${g.busy} @click=${()=>(({here:e,key:t})=>d(async()=>{if(g.trouble=null,e)return i(a);let s=await n(a,t.key??"");g.trouble="on"===s?null:s}))(s)}>${y(s.here?"settings_notices.push_off":"settings_notices.push_on")}</button>`:T)};return{start:()=>{_.load()},view:()=>_.view(m)}}({me:e,call:a,changed:r,failed:b}),D=I({changed:r,form:f,kinds:()=>N(),push:j.view}),N=function({bell:e,form:t,say:s}){return()=>q`<div class="grid-table" role="table" aria-label=${y("settings_notices.what")}>
<div role="row" class="grid-head">
<span role="columnheader">${y("settings_notices.news")}</span><span role="columnheader">${y("settings_notices.sound")}</span
><span role="columnheader">${y("settings_notices.browser")}</span><span role="columnheader">${y("settings_notices.push")}</span><span role="columnheader"><span class="hidden">${y("settings_notices.hear")}</span></span>
</div>
${P.map(n=>q`<div role="row">
<span role="rowheader">${y(`settings_notices.kind_${n}`)}</span>
${["sound","browser","push"].map(e=>{let s=`notifications.${n}.${e}`;return n===E&&"push"!==e?q`<span role="cell"></span>`:q`<span role="cell"
><label class="switch"
><input
type="checkbox"
role="switch"
aria-label="${y(`settings_notices.kind_${n}`)} · ${y(`settings_notices.${e}`)}"
.checked=${d(t.get(s))}
@change=${e=>t.set(s,e.target.checked)} /></label
></span>`})}
<span role="cell">${n===E?T:q`<button type="button" class="text-button" aria-label=${y("settings_notices.hear_one",{kind:y(`settings_notices.kind_${n}`)})} @click=${()=>(async n=>{await e.wake(),e.ring(n,t.get("notifications.volume"))||s(y("settings_notices.silent"),{bad:!0})})(n)}>${y("settings_notices.hear")}</button>`}</span>
</div>`)}
</div>`}({bell:w,form:f,say:u});return{form:f,start:j.start,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:y("settings_notices.tab_notices")},{id:"writing",label:y("settings_notices.tab_writing")},{id:"keys",label:y("settings_notices.tab_keys")}],get tab(){return $.tab},choose(e){$.tab=e,r()},body:()=>"notices"===$.tab?D():"writing"===$.tab?q`${c(y("settings_notices.send"),"",y("settings_notices.send_intro"),m(y("settings_notices.send"),[{value:"mod+enter",label:y("settings_notices.send_mod")},{value:"enter",label:y("settings_notices.send_enter")}],f.get("send_on"),e=>f.set("send_on",e)))}
${c(y("settings_notices.undo"),"",y("settings_notices.undo_intro"),m(y("settings_notices.undo"),[...new Set([...U,f.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?y("settings_notices.seconds",{count:e}):y("settings_notices.never")})),String(f.get("undo_send_s")),e=>f.set("undo_send_s",Number(e))))}`:q`<p class="page-intro">${y("settings_notices.keys_intro")}</p>${v()}`}}export{F as notificationsPage};
