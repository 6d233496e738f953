import{a as e,b as t,c as i,f as n,h as s,j as l,k as a,o as r}from"./settings.js";import{D as o,I as u,Y as g,q as c,t as d}from"./app.js";var f={state:"choice",agent:"choice",team:"choice",priority:"choice",channel:"choice",kind:"choice",language:"choice",widget:"choice",chosen_team:"choice",label:"set",waiting_ms:"time",idle_ms:"time",age_ms:"time",due_in_ms:"time",verified:"yes",hours_open:"yes",returning:"yes",page:"text"},p={choice:["is","is_not","in","not_in"],text:["contains","contains_not","is","is_not","in","not_in"],set:["has","has_not","has_any"],time:["more_than","less_than"],yes:["is"]},m=["agent","team","language","widget","chosen_team","page"],$=["in","not_in","has_any"],_="attribute:",h=[["days",864e5],["hours",36e5],["minutes",6e4],["seconds",1e3]],v=e=>e.startsWith(_)?"text":f[e]??"text",b=e=>p[v(e)],y=e=>$.includes(e),w=e=>e.startsWith(_)?e.slice(10):null,k=e=>_+e;function x(e){let t=h.find(([,t])=>0!==e&&e%t===0)??h[2];return{count:e/t[1],unit:t[0]}}var j=(e,t)=>Math.round(e*(h.find(([e])=>e===t)?.[1]??6e4)),E=h.map(([e])=>e).reverse();function S(e,t,i=b(e)[0]){let n=t[e]?.[0]?.value??"",s={choice:n,text:"",set:n,time:3e5,yes:!0}[v(e)];return{field:e,op:i,value:y(i)?""===s?[]:[s]:s}}var O=e=>e?.all?"all":e?.any?"any":null,q=e=>e.all??e.any??[e],T=(e,t)=>({[e]:t}),A=e=>O(e)?q(e).reduce((e,t)=>e+A(t),0):1;function W(e,t){let i=w(e);return null===i?t(`filters.field_${e}`):t("filters.attribute_named",{name:i})}function D(e,t,i){let n=O(e);if(n){let s=q(e).map(e=>O(e)?i("filters.bracket",{text:D(e,t,i)}):D(e,t,i));return 0===s.length?i("filters.everything"):s.join(i("all"===n?"filters.and":"filters.or"))}if("string"!=typeof e?.field)return i("filters.unreadable");let s=(Array.isArray(e.value)?e.value:[e.value]).map(n=>function({field:e},t,i,n){if(null===t)return n("filters.none");if("boolean"==typeof t)return n("hours_open"===e?`filters.open_${t}`:`filters.${t}`);if("number"==typeof t){let{count:e,unit:i}=x(t);return n(`filters.in_${i}`,{count:e})}return i[e]?.find(e=>e.value===t)?.label??n("filters.quoted",{text:String(t)})}(e,n,t,i)),l="boolean"==typeof e.value&&"hours_open"!==e.field?"filters.says_yes":"filters.says";return i(l,{field:W(e.field,i),op:i(`filters.op_${e.op}`),value:s.join(i("filters.comma"))})}var G="\0";var M=["urgent","high","normal","low"],I=e=>e.map(({then:e,...t})=>({...t,follows:e,key:t.id})),P=e=>e.map(({key:e,broken:t,follows:i,...n})=>Object.assign({...n,name:n.name.trim()},Object.fromEntries([["then",i]]))),B=e=>[...new Set(e.split(/[,，、;；\n]/).map(e=>e.trim()).filter(Boolean))];function N(e,t){let i=Object.entries({...e,...t});return Object.fromEntries(i.filter(([,e])=>Array.isArray(e)?e.length>0:!!e))}function U(e,t,i){let n=t.team?.find(t=>t.value===e.team_id)?.label??e.team_id??"";return[e.team_id?i("settings_routing.then_team",{team:n}):"",e.priority?i(`settings_routing.then_${e.priority}`):"",e.required_skills?.length?i("settings_routing.then_required",{skills:e.required_skills.join(i("filters.comma"))}):"",e.preferred_skills?.length?i("settings_routing.then_preferred",{skills:e.preferred_skills.join(i("filters.comma"))}):""].filter(Boolean).join(i("settings_routing.then_and"))}function F(e,t){let i=Object.keys(e).find(e=>e===t||e.startsWith(`${t}.`)||e.startsWith(`${t}[`));return i?e[i]:void 0}var z=["channel","language","page","widget","chosen_team","hours_open","returning","verified","attribute:","label","team","priority","waiting_ms"],C=(e,t,i,n,s)=>c`<div class="set-field">
<div class="set-label"><label for=${t}>${e}</label></div>
${i}
${s?c`<p class="field-hint">${s}</p>`:d}
<p class="field-error" role="alert">${n??""}</p>
</div>`;function Y({form:i,at:r,choices:f,most:p,changed:$}){let h=()=>i.get("rules"),I=(e,t)=>i.set("rules",h().with(e,{...h()[e],...t,...t.when||t.follows?{broken:null}:{}})),P=function({form:i,choices:a,set:r}){return(g,f)=>{let p=t(`rule.${g.key}.name`),$=function(t){let{fields:i,choices:s}=t,a=function({id:t,fields:i,choices:s,complaint:l=()=>{}}){let a=function(t){let i=e=>{let i=t[e]??[];return(e=>m.includes(e)||e.startsWith(_))(e)?[...i,{value:G,label:u("filters.none")}]:i};return(s,l,a)=>{let{field:r,op:g,value:d}=s,f=e=>a({...s,value:e===G?null:e});if(y(g))return((s,l,a)=>{let r=s.value,o=e=>""!==e&&a({...s,value:[...new Set([...r,e===G?null:e])]}),g=e=>i(s.field).find(t=>t.value===(e??G))?.label??e??"",d=i(s.field).filter(e=>!r.includes(e.value===G?null:e.value));return c`<span class="filter-values">
${r.map((t,i)=>c`<span class="chip">${g(t)}<button type="button" class="chip-off" aria-label=${u("filters.take_out",{name:g(t)})} @click=${()=>a({...s,value:r.toSpliced(i,1)})}>${e("x",12)}</button></span>`)}
${t[s.field]?n(`${l}-add`,[{value:"",label:u("filters.add_value")},...d],"",o,u("filters.add_value")):c`<input
class="input"
aria-label=${u("filters.add_value")}
placeholder=${u("filters.add_value")}
@change=${e=>{o(e.target.value.trim()),e.target.value=""}}
/>`}
</span>`})(s,l,a);if("time"===v(r))return((e,t,i)=>{let{count:s,unit:l}=x(e.value);return c`<input
class="input number"
type="number"
min="0"
aria-label=${u("filters.value")}
.value=${o(String(s))}
@change=${t=>i({...e,value:j(Math.max(0,Number(t.target.value)||0),l)})}
/>${n(`${t}-unit`,E.map(e=>({value:e,label:u(`filters.unit_${e}`)})),l,t=>i({...e,value:j(s,t)}),u("filters.unit"))}`})(s,l,a);if("yes"===v(r)){let e=e=>({value:String(e),label:u("hours_open"===r?`filters.open_${e}`:`filters.${e}`)});return n(`${l}-value`,[e(!0),e(!1)],String(d),e=>a({...s,value:"true"===e}),u("filters.value"))}if(t[r]){let e=i(r),t=d??G,s=e.some(e=>e.value===t)?e:[{value:t,label:d||u("filters.choose")},...e];return n(`${l}-value`,s,t,f,u("filters.value"))}return c`<input class="input" aria-label=${u("filters.value")} maxlength="200" .value=${o(d??"")} @input=${e=>f(e.target.value)} />`}}(s);return(r,g,f,p)=>{let m=`${t}-${g.replace(/\W+/g,"-")}`,$=w(r.field),_=null===$?r.field:"attribute:",h=i.includes(_)?i:[...i,_],v=l(g);return c`<li class="filter-row">
${n(`${m}-field`,h.map(e=>({value:e,label:"attribute:"===e?u("filters.attribute"):W(e,u)})),_,e=>f(S(e,s)),u("filters.field"))}
${null===$?d:c`<input class="input" aria-label=${u("filters.attribute_name")} placeholder=${u("filters.attribute_name")} maxlength="40" .value=${o($)} @input=${e=>f({...r,field:k(e.target.value)})} />`}
${n(`${m}-op`,b(r.field).map(e=>({value:e,label:u(`filters.op_${e}`)})),r.op,e=>f(function({field:e,op:t,value:i},n){let s=y(t);return s===y(n)?{field:e,op:n,value:i}:s?{field:e,op:n,value:i[0]??""}:{field:e,op:n,value:""===i?[]:[i]}}(r,e)),u("filters.op"))}
<span class="filter-value">${a(r,m,f)}</span>
<button type="button" class="icon-button" aria-label=${u("filters.remove")} @click=${p}>${e("x")}</button>
${v?c`<p class="field-error" role="alert">${v}</p>`:d}
</li>`}}(t),r=(t,n,o,g,f)=>{let p=O(t)??"all",m=q(t),$=e=>t=>o(T(p,m.with(e,t))),_=e=>o(T(p,[...m,e])),h=()=>S(i[0],s);return c`<div class="filter-group" role="group" aria-label=${u(`filters.${p}`)}>
<div class="filter-head">
${m.length>1?l(u("filters.how"),[{value:"all",label:u("filters.all")},{value:"any",label:u("filters.any")}],p,e=>o(T("any"===e?"any":"all",m))):d}
${g?c`<button type="button" class="icon-button" aria-label=${u("filters.remove_group")} @click=${g}>${e("x")}</button>`:d}
</div>
<ul class="filter-rows">
${m.map((e,t)=>{let i=`${n}${n?".":""}${p}[${t}]`,s=()=>{let e=m.toSpliced(t,1);0===e.length&&g?g():o(T(0===e.length?"all":p,e))};return O(e)?c`<li>${r(e,i,$(t),s,f)}</li>`:a(e,i,$(t),s)})}
</ul>
${f>0?c`<div class="set-actions">
<button type="button" class="text-button" @click=${()=>_(h())}>${u("filters.add")}</button>
${g?d:c`<button type="button" class="text-button" @click=${()=>_(T("all"===p?"any":"all",[h()]))}>${u("filters.add_group")}</button>`}
</div>`:d}
</div>`};return(e,t)=>r(e,"",t,null,30-A(e))}({id:t(`rule.${g.key}.when`),fields:z,choices:a(),complaint:e=>F(i.errors,`rules[${f}].when.${e}`)}),h=i.errors[`rules[${f}].when`]??i.errors[`rules[${f}].then`];return c`<div class="thing-edit">
${C(u("settings_routing.name"),p,c`<input id=${p} class="input" maxlength=${60} autocomplete="off" .value=${o(g.name)} @input=${e=>r(f,{name:e.target.value})} />`,i.errors[`rules[${f}].name`])}
<div class="set-field" role="group" aria-labelledby="${p}-when">
<p class="set-label"><span class="label" id="${p}-when">${u("settings_routing.when")}</span></p>
${$((e=>O(e)?e:T("all",[e]))(g.when),e=>r(f,{when:e}))}
</div>
<div class="set-field" role="group" aria-labelledby="${p}-then">
<p class="set-label"><span class="label" id="${p}-then">${u("settings_routing.then")}</span></p>
${((e,s)=>{let l=t=>r(s,{follows:N(e.follows,t)}),g={value:"",label:u("settings_routing.leave")},d=M.map(e=>({value:e,label:u(`settings_routing.priority_${e}`)})),f=i=>t(`rule.${e.key}.${i}`),p=e=>F(i.errors,`rules[${s}].then.${e}`),m=t=>c`<input id=${f(t)} class="input" autocomplete="off" placeholder=${u("settings_routing.skills_example")} .value=${o((e.follows[t]??[]).join(u("filters.comma")))} @change=${e=>l({[t]:B(e.target.value)})} />`;return c`<div class="set-columns">
${C(u("settings_routing.to_team"),f("team"),n(f("team"),[g,...a().team??[]],e.follows.team_id??"",e=>l({team_id:e})),p("team_id"))}
${C(u("settings_routing.priority"),f("priority"),n(f("priority"),[g,...d],e.follows.priority??"",e=>l({priority:e})),p("priority"))}
${C(u("settings_routing.required"),f("required_skills"),m("required_skills"),p("required_skills"),u("settings_routing.required_hint"))}
${C(u("settings_routing.preferred"),f("preferred_skills"),m("preferred_skills"),p("preferred_skills"),u("settings_routing.preferred_hint"))}
</div>`})(g,f)}
</div>
${h?c`<p class="field-error" role="alert">${h}</p>`:d}
${s(g.stop,e=>r(f,{stop:e}),u("settings_routing.stop"),u("settings_routing.stop_hint"))}
</div>`}}({form:i,choices:f,set:I}),{grip:Y,over:H,move:J}=function({form:e,at:t,changed:i}){let n=(i,n)=>{let s=e.get("rules"),l=function(e,t,i){let n=Math.max(0,Math.min(e.length-1,i));return e.toSpliced(t,1).toSpliced(n,0,e[t])}(s,i,n);t.said=u("settings_routing.moved",{name:s[i].name,place:l.indexOf(s[i])+1,count:s.length}),e.set("rules",l)};return{grip:(e,s)=>c`<button type="button" class="rule-grip" id="grip-${e.key}" draggable="true" aria-label=${u("settings_routing.move",{name:e.name,place:s+1})} title=${u("settings_routing.move_hint")} @keydown=${t=>{let i={ArrowUp:-1,ArrowDown:1}[t.key];i&&(t.preventDefault(),n(s,s+i),requestAnimationFrame(()=>document.getElementById(`grip-${e.key}`)?.focus()))}} @dragstart=${i=>{t.dragged=e.key,i.dataTransfer?.setData("text/plain",e.name)}} @dragend=${()=>{t.dragged=null,i()}}>${s+1}</button>`,over:i=>s=>{let l=e.get("rules").findIndex(e=>e.key===t.dragged);l<0||(s.preventDefault(),l!==i&&n(l,i))},move:n}}({form:i,at:r,changed:$}),K=e=>{r.open=e,$(),e&&requestAnimationFrame(()=>document.getElementById(t(`rule.${e}.name`))?.focus())},L=e=>{r.made+=1;let t=`new-${r.made}`,n={name:"",enabled:!0,when:{all:[]},follows:{},stop:!1,...structuredClone(e),id:void 0,broken:null,key:t};i.set("rules",[...h(),n]),K(t)},Q=(t,n)=>{let s=r.open===t.key;return c`<li class="thing rule ${t.enabled?"":"off"}" @dragover=${H(n)}>
${Y(t,n)}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${s} @click=${()=>K(s?null:t.key)}>${t.name||u("settings_routing.unnamed")}</button>
${t.broken?c`<span class="rule-broken">${e("alert",14)}<span>${u("settings_routing.broken",{path:t.broken.path,why:t.broken.why})}</span></span>`:c`<span class="thing-about">${function(e,t,i){let n={when:D(e.when,t,i),follows:U(e.follows,t,i)};return i(e.stop?"settings_routing.says_stop":"settings_routing.says",n)}(t,f(),u)}</span>`}
</div>
<div class="thing-does">
<label class="switch"><input type="checkbox" role="switch" aria-label=${u("settings_routing.enabled",{name:t.name})} .checked=${o(t.enabled)} @change=${e=>I(n,{enabled:e.target.checked})} /></label>
<button type="button" class="icon-button" aria-haspopup="menu" aria-label=${u("settings_routing.more",{name:t.name})} @click=${s=>((t,n,s)=>g(s,t.name,[{items:[...n>0?[{label:u("settings_routing.up"),mark:e("up"),run:()=>J(n,n-1)}]:[],...n+1<h().length?[{label:u("settings_routing.down"),mark:e("down"),run:()=>J(n,n+1)}]:[],{label:u("settings_routing.copy"),mark:e("copy"),run:()=>L({...t,name:u("settings_routing.copy_of",{name:t.name}).slice(0,60)})}]},{items:[{label:u("settings_routing.remove"),mark:e("trash"),run:()=>i.set("rules",h().toSpliced(n,1))}]}]))(t,n,s.currentTarget)}>${e("more")}</button>
</div>
${s?P(t,n):d}
</li>`};return{view:()=>a(u("settings_routing.rules"),c`${0===h().length?c`<p class="nothing-yet">${u("settings_routing.no_rules")}</p>`:c`<ol class="things rules">${h().map(Q)}</ol>`}
<p class="unseen" aria-live="polite">${r.said}</p>
${i.errors.rules?c`<p class="field-error" role="alert">${i.errors.rules}</p>`:d}`,u("settings_routing.rules_intro"),h().length<p()?c`<button type="button" class="button" id="add-rule" @click=${()=>L({})}>${e("plus")}${u("settings_routing.add")}</button>`:d),open:K}}function H({call:t,failed:i,changed:l,choices:r,waiting:g,dirty:f}){let p={conversation:"",facts:{channel:"web",language:"",page:"",widget_id:"",chosen_team_id:"",verified:!1,returning:!1},answer:null,busy:!1},m=async e=>{if(e.preventDefault(),!p.busy){p.busy=!0,l();try{p.answer=await t("POST","/routing/test",function({conversation:e,facts:t}){return e?{conversation_id:e}:Object.fromEntries(Object.entries(t).filter(([,e])=>""!==e))}(p))}catch(e){i(e)}p.busy=!1,l()}},$=e=>t=>{p.facts={...p.facts,[e]:t},l()},_=(e,t,i)=>c`<div class="set-field"><div class="set-label"><label for=${t}>${e}</label></div>${i}</div>`,h=(e,t,i,s)=>{let l=String(p.facts[t]),a=s?n(e,[{value:"",label:u("filters.none")},...s],l,$(t)):c`<input id=${e} class="input" autocomplete="off" .value=${o(l)} @input=${e=>$(t)(e.target.value)} />`;return _(i,e,a)},v=e=>{p.conversation=e,l()};return()=>a(u("settings_routing.try"),c`<form class="set-stack" @submit=${m}>
${_(u("settings_routing.try_whom"),"try-whom",n("try-whom",[{value:"",label:u("settings_routing.try_somebody")},...g()],p.conversation,v))}
${p.conversation?d:c`<div class="set-columns">
${h("try-channel","channel",u("filters.field_channel"))} ${h("try-language","language",u("filters.field_language"),r().language)}
${h("try-page","page",u("filters.field_page"))} ${h("try-widget","widget_id",u("filters.field_widget"),r().widget)}
${h("try-team","chosen_team_id",u("filters.field_chosen_team"),r().chosen_team)}
</div>
${s(p.facts.verified,$("verified"),u("filters.field_verified"))} ${s(p.facts.returning,$("returning"),u("filters.field_returning"))}`}
<div class="set-actions">
<button type="submit" class="button" id="try-ask" aria-busy=${p.busy}>${u("settings_routing.try_ask")}</button>
${f()?c`<span class="field-hint">${u("settings_routing.try_saved")}</span>`:d}
</div>
</form>
${p.answer?function(t,i){let n=U(t,i,u),s=t.rules.map(e=>e.name).join(u("filters.comma"));return c`<div class="try-answer" role="status">
<p class="try-who">${e(t.agent?"user":"clock")}<strong>${t.agent?t.agent.name:u("settings_routing.try_nobody")}</strong></p>
<p>${t.reason??d}</p>
<dl class="fact-list">
<dt>${u("settings_routing.try_rules")}</dt>
<dd>${s||u("settings_routing.try_no_rules")}</dd>
<dt>${u("settings_routing.try_follows")}</dt>
<dd>${n||u("settings_routing.try_everybody")}</dd>
</dl>
<ul class="things">
${t.candidates.map(t=>c`<li class="thing ${t.eligible?"":"off"}">
${e(t.eligible?"check":"x")}
<div class="thing-what"><span class="thing-name">${t.name}</span><span class="thing-about">${t.eligible?u("settings_routing.try_load",{load:t.load,capacity:t.capacity}):u(`settings_routing.not_${t.why_not}`)}</span></div>
</li>`)}
</ul>
</div>`}(p.answer,r()):d}`,u("settings_routing.try_intro"))}var J=[["taken_within_ms",1e3],["gone_after_ms",6e4],["away_after_ms",6e4],["sticky_days",1],["sticky_wait_ms",1e3],["skills_relax_after_ms",1e3],["urgent_head_start_ms",6e4],["high_head_start_ms",6e4],["low_head_start_ms",-6e4]],K=["zh","en","ja","ko","fr","de","es","ru","ar","pt","it","th","vi","id"],L=(e,t=e=>e.name)=>e.map(e=>({value:e.id,label:t(e)}));function Q(e){if("version"===e.code)return{rules:u("settings_routing.outdated")};if(400!==e.status||!e.field)return{};let t=u("settings_routing.wrong_value");return e.field.startsWith("rules")?{[e.field]:t}:{[`settings.${e.field}`]:t}}function R({call:e,changed:n,failed:s}){let l={versions:{rules:0,settings:0},most:0,choices:{},waiting:[]},g={open:null,dragged:null,said:"",made:0},d=r({read:()=>async function(e,t){let[i,n,s,l,a,r,o]=await Promise.all([e("GET","/routing/rules"),e("GET","/routing/settings"),e("GET","/teams"),e("GET","/agents?limit=200"),e("GET","/widgets"),e("GET","/labels"),e("GET","/conversations?view=unassigned&sort=waiting&limit=20")]);t.versions={rules:i.version,settings:n.version},t.most=i.rules_max;let g=new Intl.DisplayNames([document.documentElement.lang],{type:"language"}),c=L(s.items);return t.choices={team:c,chosen_team:c,agent:L(l.items),widget:L(a.items),label:r.items.map(e=>({value:e.name,label:e.name})),priority:["urgent","high","normal","low"].map(e=>({value:e,label:u(`settings_routing.priority_${e}`)})),channel:["web","api"].map(e=>({value:e,label:u(`settings_routing.channel_${e}`)})),language:K.map(e=>({value:e,label:g.of(e)??e}))},t.waiting=o.items.map(e=>({value:e.id,label:e.contact.name??u("settings_routing.try_nameless")})),{rules:I(i.rules),settings:n.settings}}(e,l),check:e=>Object.fromEntries(Object.entries(function(e){let t={};for(let[i,n]of e.entries())n.broken||(n.name.trim()||(t[`rules[${i}].name`]="name"),0===Object.keys(n.follows).length&&(t[`rules[${i}].then`]="then"));return t}(e.rules)).map(([e,t])=>[e,u(`settings_routing.wrong_${t}`)])),refused:Q,async write(t,i){if(i.includes("rules")){let i=await e("PUT","/routing/rules",{version:l.versions.rules,rules:P(t.rules)});l.versions.rules=i.version,t.rules=I(i.rules)}if(i.some(e=>e.startsWith("settings."))){let i=await e("PUT","/routing/settings",{version:l.versions.settings,settings:t.settings});l.versions.settings=i.version,t.settings=i.settings}return t},changed(){let e="ready"===d.phase?function(e){let t=Object.keys(e).map(e=>/^rules\[(\d+)\]/.exec(e)?.[1]).find(e=>void 0!==e);return void 0===t?-1:Number(t)}(d.errors):-1;e>=0&&(g.open=d.get("rules")[e]?.key??g.open),n()}}),f=()=>l.choices,p=Y({form:d,at:g,choices:f,most:()=>l.most,changed:n}),m=H({call:e,failed:s,changed:n,choices:f,waiting:()=>l.waiting,dirty:()=>d.changes.length>0});return{form:d,body:()=>c`<p class="page-intro">${u("settings_routing.intro")}</p>${p.view()}${function(e){return a(u("settings_routing.times"),c`<div class="set-columns">${J.map(([n,s])=>{let l=`settings.${n}`,a=t(l);return c`<div class="set-field">
<div class="set-label"><label for=${a}>${u(`settings_routing.${n}`)}</label></div>
<div class="set-box number-box"><input id=${a} class="input number" type="number" min="0" aria-describedby="${a}-hint ${a}-error" .value=${o(String(e.get(l)/s))} @change=${t=>e.set(l,Math.round(Number(t.target.value)*s))} /><span>${u(`settings_routing.unit_${Math.abs(s)}`)}</span></div>
<p class="field-hint" id="${a}-hint">${u(`settings_routing.${n}_hint`)}</p>
${i(e,l)}
</div>`})}</div>`,u("settings_routing.times_intro"))}(d)}${m()}`}}export{R as routingPage};
